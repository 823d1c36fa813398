'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { controlClass } from './field';
import { Labelled, type Labels } from './labelled';

/** A labelled field for a password, with a button that shows what was typed. */
export function PasswordField({
  id,
  label,
  hint,
  error,
  className,
  ...input
}: ComponentProps<'input'> & Omit<Labels, 'hidesLabel' | 'hidesHint'>) {
  const t = useTranslations('client.password');
  const field = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);

  // A browser may keep what it sends as plain text.
  useEffect(() => {
    const form = field.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <div className="relative">
          <input
            {...input}
            {...control}
            ref={field}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={`${controlClass} pr-20`}
          />
          <button
            type="button"
            aria-controls={id}
            aria-describedby={`${id}-label`}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-0 rounded-control px-3 text-sm text-muted hover:text-ink noscript:hidden"
          >
            {isShown ? t('hide') : t('show')}
          </button>
        </div>
      )}
    </Labelled>
  );
}
