'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { CopyButton } from '@/components/copy-button';

type Block = {
  /** what the code is, for readers who do not see the heading */
  label: string;
  code: string;
  className?: string;
};

type Props = {
  heading: ReactNode;
  blocks: Block[];
  /** which block is visible and copied */
  shown?: number;
};

/** Code under a heading, with a button that copies it. Long lines scroll inside. */
export function CodePanel({ heading, blocks, shown = 0 }: Props) {
  const t = useTranslations('reference.client');
  const panel = useRef<HTMLDivElement>(null);

  function select() {
    const code = panel.current?.querySelectorAll('pre')[shown];
    if (code) getSelection()?.selectAllChildren(code);
  }

  return (
    <div
      ref={panel}
      className="group/panel min-w-0 self-start overflow-hidden rounded-panel border border-line bg-surface shadow-raised"
    >
      <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line pr-1 pl-4">
        <div className="min-w-0 text-sm text-muted">{heading}</div>
        <CopyButton text={blocks[shown]?.code ?? ''} variant="quiet" onRefuse={select}>
          <span>{t('copy')}</span>
          <span className="sr-only">{blocks[shown]?.label}</span>
        </CopyButton>
      </div>
      {blocks.map(({ label, code, className = '' }) => (
        <section
          key={label}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
          tabIndex={0}
          className={`max-h-128 overflow-auto p-4 focus-visible:-outline-offset-2 ${className}`}
        >
          <pre lang="en" className="font-mono text-code leading-6">
            <code>{code}</code>
          </pre>
        </section>
      ))}
    </div>
  );
}
