import { getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { KeyRow } from './key-row';
import type { KeysQuery } from './query';

type Props = {
  caption: string;
  keys: ApiKey[];
  /** of the list, which each key leads back to */
  query: KeysQuery;
  apiUrl: string;
};

/** A page of keys. */
export async function KeyTable({ caption, keys, query, apiUrl }: Props) {
  const t = await getTranslations('apiKeys.table');
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
              query={query}
              sharesName={twice(apiKey.name)}
              apiUrl={apiUrl}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
