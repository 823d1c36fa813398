import { getTranslations } from 'next-intl/server';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import type { ApiErrorCode } from '@/lib/errors';

/** Where to jump to: the codes of each status. */
export async function CodeIndex({ codes }: { codes: readonly ApiErrorCode[] }) {
  const t = await getTranslations('errorReference');
  const statuses = [...new Set(codes.map((code) => PROBLEM_TYPES[code].status))];
  return (
    <nav aria-labelledby="codes" className="mt-12">
      <h2 id="codes" className="text-xl font-semibold">
        {t('index')}
      </h2>
      <dl className="mt-3 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised">
        {statuses.map((status) => (
          <div key={status} className="flex gap-4 px-4 py-2">
            <dt className="w-8 shrink-0 py-0.5 text-muted tabular-nums">{status}</dt>
            <dd className="flex flex-wrap gap-x-4">
              {codes
                .filter((code) => PROBLEM_TYPES[code].status === status)
                .map((code) => (
                  <a
                    key={code}
                    href={`#${code}`}
                    className="py-0.5 font-mono text-accent hover:underline"
                  >
                    {code}
                  </a>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}
