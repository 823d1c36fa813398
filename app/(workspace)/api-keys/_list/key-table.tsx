import { getTranslations } from 'next-intl/server';
import { PairRow } from '@/app/(workspace)/api-keys/_rows/pair-row';
import { ROLES } from '@/app/(workspace)/api-keys/_rows/roles';
import { SingleRow } from '@/app/(workspace)/api-keys/_rows/single-row';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { lastDay } from '@/lib/api-keys/read/last-day';
import type { KeyRow } from '@/lib/api-keys/read/list-key-rows';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { ChosenBar } from './chosen-bar';
import type { KeysQuery } from './query';
import { SelectAll } from './select-all';
import { SortHead } from './sort-head';

type Props = {
  caption: string;
  rows: KeyRow[];
  /** what is asked for, without its page */
  asked: KeysQuery;
  /** whether the heads order the list */
  isSorted: boolean;
  /** how many keys of the whole list have not ended */
  live: number;
};

/** A page of keys. What is done with those that are chosen is asked about on a page first. */
export async function KeyTable({ caption, rows, asked, isSorted, live }: Props) {
  const t = await getTranslations('apiKeys.table');
  const { actor } = await requireOwner();
  const keys = rows.flatMap(({ apiKey, old }) => (old ? [apiKey, old] : [apiKey]));
  const days = await lastDay(
    actor,
    keys.map(({ id }) => id),
  );
  // The keys of a rotation share their name on purpose.
  const sharesName = ({ id, name, replaces, replacedBy }: ApiKey) =>
    keys.some(
      (other) => other.name === name && ![id, replaces?.id, replacedBy?.id].includes(other.id),
    );
  const choosable = keys.filter(({ state }) => isLive(state));
  // With a single key there is nothing to choose from.
  const isChosenFrom = choosable.length > 1;
  const head = 'px-3 py-1 font-medium whitespace-nowrap';
  const wide = `${head} max-lg:hidden`;
  const start = isChosenFrom ? 'pl-1' : 'pl-4';
  const sorted = { asked, isLink: isSorted };
  return (
    <div className="overflow-clip rounded-panel border border-line bg-surface shadow-raised transition-opacity group-has-data-pending/list:opacity-60">
      <table {...ROLES.table} className="w-full text-left text-sm max-lg:block">
        <caption className="sr-only">{caption}</caption>
        <thead
          {...ROLES.group}
          className={`sticky top-0 z-10 bg-surface text-muted inset-shadow-rule max-lg:block ${isChosenFrom || isSorted ? '' : 'max-lg:sr-only'}`}
        >
          <tr {...ROLES.row} className="max-lg:flex max-lg:items-center">
            {isChosenFrom && (
              <td {...ROLES.cell} className="w-px pl-1 max-lg:w-auto">
                <SelectAll label={t('chooseAll')} />
              </td>
            )}
            <SortHead
              {...sorted}
              text={t('key')}
              sorts={['name', '-name']}
              className={`${head} ${start}`}
            />
            <SortHead
              {...sorted}
              text={t('use')}
              sorts={['-last_used_at', 'last_used_at']}
              className={head}
            />
            <th {...ROLES.columnHeader} scope="col" className={wide}>
              {t('holder')}
            </th>
            <th {...ROLES.columnHeader} scope="col" className={wide}>
              {t('status')}
            </th>
            <th {...ROLES.columnHeader} scope="col" className={wide}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody {...ROLES.group} className="divide-y divide-line **:scroll-mt-12 max-lg:block">
          {rows.map(({ apiKey, old }) =>
            old ? (
              <PairRow
                key={apiKey.id}
                apiKey={apiKey}
                old={old}
                days={days}
                sharesName={sharesName(apiKey)}
              />
            ) : (
              <SingleRow
                key={apiKey.id}
                apiKey={apiKey}
                day={days.get(apiKey.id)}
                sharesName={sharesName(apiKey)}
                isChosenFrom={isChosenFrom}
              />
            ),
          )}
        </tbody>
      </table>
      {isChosenFrom && (
        <ChosenBar asked={asked} live={live} shown={choosable.map(({ id }) => id)} />
      )}
    </div>
  );
}
