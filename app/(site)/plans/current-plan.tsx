import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';

/** @param focus takes the focus after a switch, which removes the focused button */
export function CurrentPlan({ focus }: { focus?: RefObject<HTMLParagraphElement | null> }) {
  const t = useTranslations('client.plans');
  return (
    <p
      ref={focus}
      tabIndex={focus && -1}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-control text-sm font-medium whitespace-nowrap text-accent"
    >
      <svg viewBox="0 0 16 16" className="size-4 fill-none stroke-current" aria-hidden="true">
        <path d="m3.5 8.5 3 3 6-7" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span>{t('current')}</span>
    </p>
  );
}
