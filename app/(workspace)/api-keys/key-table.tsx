import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { lastDay } from '@/lib/api-keys/use/last-day';
import { requireOwner } from '@/lib/auth/guards';
import { ForeignKeys } from './foreign-keys';
import { KeyRow } from './key-row';

type Props = {
  keys: { active: ApiKey[]; ended: ApiKey[] };
  apiUrl: string;
  /** whether there is no form above to generate the first one with */
  isFull: boolean;
};

/** The workspace's active keys, and below them the ended ones, collapsed. */
export async function KeyTable({ keys: { active, ended }, apiUrl, isFull }: Props) {
  const t = await getTranslations('apiKeys.table');
  return (
    <div className="mt-8 grid gap-6">
      <ForeignKeys keys={active.filter(({ isOwners }) => !isOwners)} />
      {active.length > 0 ? (
        <Rows caption={t('active')} keys={active} apiUrl={apiUrl} />
      ) : (
        <div className="rounded-panel border border-dashed border-line">
          <EmptyState title={t('empty.title')} heading="h2">
            {isFull ? t('empty.full') : t('empty.text')}
          </EmptyState>
        </div>
      )}
      {ended.length > 0 && (
        <details>
          <summary className="w-fit rounded-control py-1.5 text-sm text-muted hover:text-ink">
            {t('showEnded', { count: ended.length })}
          </summary>
          <div className="mt-3">
            <Rows caption={t('ended')} keys={ended} apiUrl={apiUrl} />
          </div>
        </details>
      )}
    </div>
  );
}

type RowsProps = { caption: string; keys: ApiKey[]; apiUrl: string };

async function Rows({ caption, keys, apiUrl }: RowsProps) {
  const t = await getTranslations('apiKeys.table');
  const { actor } = await requireOwner();
  const days = await lastDay(
    actor,
    keys.map(({ id }) => id),
  );
  const names = keys.map(({ name }) => name);
  const twice = (name: string) => names.filter((other) => other === name).length > 1;
  const head = 'px-4 py-2.5 font-medium whitespace-nowrap';
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-muted">
          <tr>
            <th scope="col" className={head}>
              {t('key')}
            </th>
            <th scope="col" className={`${head} max-md:hidden`}>
              {t('created')}
            </th>
            <th scope="col" className={`${head} max-md:hidden`}>
              {t('lastUsed')}
            </th>
            <th scope="col" className={`${head} max-sm:hidden`}>
              {t('status')}
            </th>
            <th scope="col" className={head}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {keys.map((apiKey) => (
            <KeyRow
              key={apiKey.id}
              apiKey={apiKey}
              day={days.get(apiKey.id)}
              sharesName={twice(apiKey.name)}
              apiUrl={apiUrl}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
