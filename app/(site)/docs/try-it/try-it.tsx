'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/button';
import type { Trial } from './request';

// Most readers open none: the forms and their dialog load when one is asked for.
const TrialForm = lazy(() => import('./trial-form').then((m) => ({ default: m.TrialForm })));

/** Opens the form that sends an operation from the page. */
export function TryIt({ operation }: { operation: Trial }) {
  const t = useTranslations('reference.client.tryIt');
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
      className="noscript:hidden"
    >
      <summary className={buttonClass('secondary')}>
        {t('open')}
        <span lang="en" className="sr-only">
          {operation.summary}
        </span>
      </summary>
      {wasOpened && (
        <Suspense fallback={<p className="mt-3 text-sm text-muted">{t('loading')}</p>}>
          <TrialForm trial={operation} />
        </Suspense>
      )}
    </details>
  );
}
