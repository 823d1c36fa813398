'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CopyButton } from '@/components/copy-button';

/** A text to send on, to be read first, and copied as a whole. */
export function SendOn({ text }: { text: string }) {
  const t = useTranslations('client.sendOn');
  const shown = useRef<HTMLParagraphElement>(null);
  return (
    <div className="border-t border-line p-5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-card">{t('title')}</h3>
        <div className="noscript:hidden">
          <CopyButton
            text={text}
            variant="secondary"
            onRefuse={() => shown.current && getSelection()?.selectAllChildren(shown.current)}
          >
            {t('copy')}
          </CopyButton>
        </div>
      </div>
      <p ref={shown} className="mt-3 text-muted wrap-anywhere whitespace-pre-line">
        {text}
      </p>
    </div>
  );
}
