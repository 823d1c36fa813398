'use client';

import { useTranslations } from 'next-intl';
import { CodePanel } from '@/app/(site)/docs/code-panel';
import type { TrialAnswer } from './answer';

/** The answer's headers and body. */
export function AnswerView({ answer, operation }: { answer: TrialAnswer; operation: string }) {
  const t = useTranslations('reference.client.tryIt');
  const { headers, body } = answer;
  return (
    <div className="grid grid-cols-1 gap-3">
      <dl
        aria-label={t('headers')}
        lang="en"
        className="grid gap-x-4 font-mono text-xs leading-5 sm:grid-cols-[auto_minmax(0,1fr)]"
      >
        {headers.map(([name, value]) => (
          <div key={name} className="sm:contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {body === '' ? (
        <p className="text-sm text-muted">{t('noBody')}</p>
      ) : (
        <CodePanel
          heading={t('body')}
          blocks={[{ label: t('answer', { operation }), code: body }]}
        />
      )}
    </div>
  );
}
