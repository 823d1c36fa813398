import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Badge } from '@/components/badge';
import { buttonClass } from '@/components/button';

/** When each step has the emphasis. The policy of a page allows no style attributes. */
const DELAYS = [
  'motion-safe:[animation-delay:1.2s]',
  'motion-safe:[animation-delay:2.4s]',
  'motion-safe:[animation-delay:3.6s]',
  'motion-safe:[animation-delay:4.8s]',
];

/** Invented, and too short to be a key. */
const SECRET = 'sk_7d4e19a05c3b8f2276e1d0a94b6c…b83f';
const HINT = 'sk_7d4e…b83f';

/**
 * A picture of what the product does, with invented data: nothing in it can be focused. All steps
 * stand from the start; the emphasis moves from one to the next, once, for readers who like motion.
 */
export async function LifeOfAKey() {
  const t = await getTranslations('home.picture');
  const keys = await getTranslations('apiKeys.table');
  const copy = (await getTranslations('client.revealKey'))('copy');
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{t('caption')}</figcaption>
      <div
        aria-hidden="true"
        inert
        className="rounded-panel border border-line bg-surface p-5 shadow-overlay select-none sm:p-6"
      >
        <Step number={1} title={t('make')}>
          <div className="flex flex-wrap items-center gap-3">
            <code className="min-w-0 flex-1 basis-28 rounded-control border border-line bg-sunken px-3 py-2 font-mono text-xs break-all">
              {SECRET}
            </code>
            <span className={buttonClass('primary')}>{copy}</span>
          </div>
        </Step>
        <Step number={2} title={t('use')}>
          <StatusLine status="200 OK" tone="bg-success-soft text-success" />
        </Step>
        <Step number={3} title={t('revoke')}>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <div className="text-sm">
              <p className="font-medium">{t('name')}</p>
              <p className="font-mono text-xs text-muted">{HINT}</p>
            </div>
            <Badge>{keys('states.revoked')}</Badge>
          </div>
        </Step>
        <Step number={4} title={t('after')} last>
          <StatusLine status="401 Unauthorized" tone="bg-danger-soft text-danger" />
        </Step>
      </div>
    </figure>
  );
}

type StepProps = { number: number; title: string; last?: boolean; children: ReactNode };

function Step({ number, title, last = false, children }: StepProps) {
  return (
    <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4">
      <div className="grid grid-rows-[auto_1fr] justify-items-center">
        <span
          className={`grid size-6 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent motion-safe:animate-emphasis ${DELAYS[number - 1]}`}
        >
          {number}
        </span>
        {!last && <span className="my-1 w-px bg-line" />}
      </div>
      <div className={last ? '' : 'pb-6'}>
        <p className="text-sm/6 font-medium">{title}</p>
        <div className="mt-2">{children}</div>
      </div>
    </div>
  );
}

function StatusLine({ status, tone }: { status: string; tone: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-control border border-line bg-canvas px-3 py-2 font-mono text-xs">
      <span>GET /api/invoices</span>
      <span className={`min-w-0 rounded-control px-1.5 py-0.5 font-semibold wrap-anywhere ${tone}`}>
        {status}
      </span>
    </div>
  );
}
