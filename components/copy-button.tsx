'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, type Ref, useEffect, useState } from 'react';
import { Button, type ButtonVariant } from './button';

const CONFIRM_MS = 2_500;

type Props = {
  /** or what gives it when the button is clicked; null when there is nothing to copy */
  text: string | ((button: HTMLElement) => string | null);
  variant?: ButtonVariant;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
  onCopy?: () => void;
  /** called when the browser refuses, as on plain http: the caller should select the text */
  onRefuse?: (text: string) => void;
};

/** Copies a text and says that it did. */
export function CopyButton({ text, variant, ref, children, onCopy, onRefuse }: Props) {
  const t = useTranslations('client.copy');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy({ currentTarget: button }: MouseEvent<HTMLElement>) {
    const given = typeof text === 'string' ? text : text(button);
    if (given === null) return;
    try {
      await navigator.clipboard.writeText(given);
      setCopied(true);
      onCopy?.();
    } catch {
      onRefuse?.(given);
    }
  }

  return (
    <>
      <Button ref={ref} variant={variant} onClick={copy}>
        {copied ? t('copied') : children}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
