import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Link } from '@/components/page/link';
import type { Actor } from '@/lib/actor';
import {
  type ApiKeyCounts,
  SAFETY_FILTERS,
  type SafetyFilter,
} from '@/lib/api-keys/read/count-api-keys';
import { endedButTried, type TriedKey } from '@/lib/api-keys/read/ended-but-tried';
import { hrefOf } from './query';

/** What should not stay as it is. */
const WARNINGS: readonly SafetyFilter[] = ['somewhere_new', 'known_to_others', 'lives_too_long'];

type Props = {
  actor: Actor;
  counts: ApiKeyCounts;
  state: string;
  /** whether all are shown; with few keys only the warnings are, and the rows say the rest */
  isWhole: boolean;
};

/** How many keys there are of each kind that an Owner should look at, as ways to them. */
export async function Chips({ actor, counts, state, isWhole }: Props) {
  const tried = await endedButTried(actor);
  const found = SAFETY_FILTERS.filter(
    (name) => counts[name] > 0 && (isWhole || WARNINGS.includes(name)),
  );
  if (tried.length + found.length === 0) return null;
  const t = await getTranslations('apiKeys.list');
  const format = await getFormatter();
  const isPaused = (key: TriedKey) => key.state === 'paused';
  return (
    <ul
      aria-label={t('safety')}
      className="-m-1 flex gap-2 overflow-x-auto p-1 text-sm sm:flex-wrap"
    >
      <Tried keys={tried.filter((key) => !isPaused(key))} state="ended" />
      <Tried keys={tried.filter(isPaused)} state="paused" />
      {found.map((name) => (
        <Chip
          key={name}
          href={hrefOf(state === name ? {} : { state: name })}
          isCurrent={state === name}
          isWarning={WARNINGS.includes(name)}
        >
          <span className="font-medium tabular-nums">{format.number(counts[name])}</span>{' '}
          <span>{t(`cards.${name}`, { count: counts[name] })}</span>
        </Chip>
      ))}
    </ul>
  );
}

/** Keys that open nothing, and are sent all the same. */
async function Tried({ keys, state }: { keys: TriedKey[]; state: 'ended' | 'paused' }) {
  const [first, ...others] = keys;
  if (!first) return null;
  const t = await getTranslations('apiKeys.usage.triedKeys');
  const href = others.length === 0 ? `/api-keys/${first.id}` : hrefOf({ state });
  return (
    <Chip href={href} isWarning>
      {t(state, { count: keys.length })}
    </Chip>
  );
}

type ChipProps = { href: string; isCurrent?: boolean; isWarning?: boolean; children: ReactNode };

const Chip = ({ href, isCurrent, isWarning, children }: ChipProps) => (
  <li>
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={isCurrent || undefined}
      className={`block min-h-8 rounded-full border px-3 py-1 whitespace-nowrap hover:bg-sunken aria-[current=true]:border-accent ${isWarning ? 'border-warning/40 bg-warning-soft text-warning' : 'border-line bg-surface text-muted'}`}
    >
      {children}
    </Link>
  </li>
);
