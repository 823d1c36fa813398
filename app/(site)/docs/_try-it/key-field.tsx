'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useApiKey } from '@/app/(site)/docs/reader-choices';
import { Button } from '@/components/button';
import { Field } from '@/components/forms/field';
import { TextLink } from '@/components/text-link';

const WHOLE_KEY = /^sk_[0-9a-f]{64}$/;

/**
 * Where the reader pastes a key. All such fields on the page share one key. The field is not
 * controlled, because React would write its value into an attribute, and a key must not be in the
 * document.
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
    <div className="flex items-start gap-2">
      <Field
        ref={input}
        id={id}
        type="password"
        label={t('label')}
        hint={apiKey === '' ? <NoKeyYet /> : isWrong && t('shape')}
        onChange={(event) => setApiKey(event.currentTarget.value.trim())}
        placeholder="sk_…"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        data-form-type="other"
        className="grow"
      />
      {apiKey !== '' && (
        <Button
          variant="secondary"
          className="mt-[1.625rem]"
          onClick={() => {
            setApiKey('');
            input.current?.focus();
          }}
        >
          {t('forget')}
        </Button>
      )}
    </div>
  );
}

/** The page signs a visitor in first, and asks anyone but the Owner to turn to the Owner. */
function NoKeyYet() {
  const t = useTranslations('reference.client.key');
  return t.rich('none', {
    keys: (text) => (
      <TextLink href="/api-keys" prefetch={false}>
        {text}
      </TextLink>
    ),
  });
}
