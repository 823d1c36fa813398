import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import { type ChangeOfMany, consequenceOfAll } from '@/app/(workspace)/api-keys/_parts/consequence';
import { dayInWords } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import { Notice } from '@/components/page/notice';
import type { Actor } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { type LastDay, lastDay } from '@/lib/api-keys/read/last-day';

type AllProps = { actor: Actor; keys: ApiKey[]; change: ChangeOfMany };

/** Which keys are meant, whether anything used them in the last 24 hours, and what the change would stop. */
export async function ChosenKeys({ actor, keys, change }: AllProps) {
  const t = await getTranslations('apiKeys.revokeMany');
  const ids = keys.map(({ id }) => id);
  const days = await lastDay(actor, ids);
  const count = [...days.values()].filter(({ requests }) => requests > 0).length;
  return (
    <>
      <ul className="mt-6 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised">
        {keys.map((apiKey) => (
          <ChosenKey key={apiKey.id} apiKey={apiKey} day={days.get(apiKey.id)} />
        ))}
      </ul>
      <div className="mt-4">
        <Notice tone={count > 0 ? 'warning' : 'info'}>
          {count > 0
            ? `${t('used', { count })} ${await consequenceOfAll(keys, days, change)}`
            : t('unused')}
        </Notice>
      </div>
    </>
  );
}

type Props = { apiKey: ApiKey; day: LastDay | undefined };

async function ChosenKey({ apiKey: { name, hint, lastUsedAt }, day }: Props) {
  const t = await getTranslations('apiKeys.table');
  return (
    <li className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5">
      <span className="min-w-0">
        <span translate="no" className="font-medium wrap-anywhere">
          {name}
        </span>{' '}
        <span translate="no" className="font-mono text-xs text-muted">
          {hint}
        </span>
      </span>
      <span className="text-muted">
        <span>{`${t('lastUsed')}:`}</span>{' '}
        {lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : <span>{t('never')}</span>}
      </span>
      {day && day.requests > 0 && (
        <span className="w-full text-muted">{await dayInWords(day)}</span>
      )}
    </li>
  );
}
