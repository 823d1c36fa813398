'use client';

import { useRef } from 'react';
import { CopyButton } from './copy-button';

type Props = {
  /** the name of the language, as tools know it */
  language: string;
  /** what the sample is, for people */
  label: string;
  /** the word on the button */
  copy: string;
  code: string;
};

/** A sample, with a button that copies it. Long lines scroll inside. */
export function CodeBlock({ language, label, copy, code }: Props) {
  const block = useRef<HTMLPreElement>(null);
  return (
    <figure className="min-w-0 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <figcaption className="flex min-h-10 flex-wrap items-center justify-between gap-3 border-b border-line pr-1 pl-4 text-sm text-muted **:focus-visible:-outline-offset-2">
        <span>{label}</span>
        <CopyButton
          text={code}
          variant="quiet"
          onRefuse={() => block.current && getSelection()?.selectAllChildren(block.current)}
        >
          <span>{copy}</span>
          <span className="sr-only">{label}</span>
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <pre
        ref={block}
        lang="en"
        translate="no"
        role="group"
        aria-label={label}
        data-language={language}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
        tabIndex={0}
        className="overflow-x-auto px-4 py-3 font-mono text-code leading-6 focus-visible:-outline-offset-2"
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
