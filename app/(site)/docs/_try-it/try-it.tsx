'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/button';
import type { Trial } from './request';

// Most readers open no form, so the forms and their dialog load only when one is opened.
const TrialForm = lazy(() => import('./trial-form').then((m) => ({ default: m.TrialForm })));

/** A button that opens the form to send an operation from the page. */
export function TryIt({ operation }: { operation: Trial }) {
  const t = useTranslations('reference.client.tryIt');
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
      className="noscript:hidden"
    >
      <summary className={buttonClass('secondary')}>
        <span>{t('open')}</span>
        <span className="sr-only">{operation.summary}</span>
      </summary>
      {wasOpened && (
        <Suspense fallback={<p className="mt-3 text-sm text-muted">{t('loading')}</p>}>
          <TrialForm trial={operation} />
        </Suspense>
      )}
    </details>
  );
}
