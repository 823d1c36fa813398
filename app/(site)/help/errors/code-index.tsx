import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ANSWERED_CODES } from '@/lib/api/problems/codes';
import { PROBLEM_TYPES } from '@/lib/api/problems/problems';

const STATUSES = [...new Set(ANSWERED_CODES.map((code) => PROBLEM_TYPES[code].status))];

/** Links to the codes of each status, and to the group of codes that only pages show. */
export async function CodeIndex() {
  const t = await getTranslations('errorReference');
  return (
    <nav aria-labelledby="codes" className="mt-12">
      <h2 id="codes" className="text-section">
        {t('index')}
      </h2>
      <dl className="mt-3 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised">
        {STATUSES.map((status) => (
          <div key={status} className="flex gap-4 px-4 py-2">
            <dt className="w-8 shrink-0 py-0.5 text-muted tabular-nums">{status}</dt>
            <dd className="flex flex-wrap gap-x-4">
              {ANSWERED_CODES.filter((code) => PROBLEM_TYPES[code].status === status).map(
                (code) => (
                  <Jump key={code} to={code}>
                    <span className="font-mono">{code}</span>
                  </Jump>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm">
        <Jump to="in-the-app">{t('inApp.title')}</Jump>
      </p>
    </nav>
  );
}

function Jump({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={`#${to}`} className="inline-flex min-h-8 items-center text-accent hover:underline">
      {children}
    </a>
  );
}
