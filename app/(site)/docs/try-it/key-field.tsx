'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/button';
import { inputClass } from '@/components/field';
import { useApiKey } from '../reader';

const WHOLE_KEY = /^sk_[0-9a-f]{64}$/;

/**
 * Where the reader pastes a key. There are several on the page, for one key. React writes the value
 * of a controlled field into an attribute, and this one must not be in the document: it is not
 * controlled.
 */
export function KeyField({ id }: { id: string }) {
  const t = useTranslations('reference.client.key');
  const [apiKey, setApiKey] = useApiKey();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (input.current && input.current.value.trim() !== apiKey) input.current.value = apiKey;
  }, [apiKey]);

  const isWrong = apiKey !== '' && !WHOLE_KEY.test(apiKey);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {t('label')}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          type="password"
          onChange={(event) => setApiKey(event.currentTarget.value.trim())}
          placeholder="sk_…"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          data-1p-ignore
          data-bwignore
          data-lpignore="true"
          data-form-type="other"
          aria-describedby={isWrong ? `${id}-shape` : undefined}
          className={`${inputClass} font-mono`}
        />
        {apiKey !== '' && (
          <Button
            variant="secondary"
            onClick={() => {
              setApiKey('');
              input.current?.focus();
            }}
          >
            {t('forget')}
          </Button>
        )}
      </div>
      {isWrong && (
        <p id={`${id}-shape`} className="mt-1.5 text-sm text-warning">
          {t('shape')}
        </p>
      )}
    </div>
  );
}
