import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { type ApiKeyCounts, SAFETY_FILTERS } from '@/lib/api-keys/read/count-api-keys';
import { listAt } from './query';

type Props = { counts: ApiKeyCounts; state: string | undefined };

/** How many keys there are of each kind that an Owner should look at, as ways to them. */
export async function SafetyCards({ counts, state }: Props) {
  const found = SAFETY_FILTERS.filter((name) => counts[name] > 0);
  if (found.length === 0) return null;
  const t = await getTranslations('apiKeys.list');
  const format = await getFormatter();
  return (
    <ul aria-label={t('safety')} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {found.map((name) => (
        <li key={name} className="grid">
          <Link
            href={listAt({ state: name })}
            prefetch={false}
            aria-current={state === name || undefined}
            className={`rounded-panel border border-line bg-surface px-4 py-3 hover:bg-sunken aria-[current=true]:border-accent ${name === 'known_to_others' ? 'text-warning' : ''}`}
          >
            <span className="text-lg font-semibold tabular-nums">
              {format.number(counts[name])}
            </span>{' '}
            <span className="block text-sm">{t(`cards.${name}`, { count: counts[name] })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
