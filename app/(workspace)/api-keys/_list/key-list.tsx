import { getTranslations } from 'next-intl/server';
import { KnownToOthers } from '@/app/(workspace)/_parts/known-to-others';
import { without } from '@/app/(workspace)/_parts/list-address';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { Member } from '@/lib/actor';
import type { ApiKeyCounts } from '@/lib/api-keys/read/count-api-keys';
import type { KeyRows } from '@/lib/api-keys/read/list-key-rows';
import { KEY_FILTERS } from '@/lib/api-keys/read/list-query';
import { Chips } from './chips';
import { ExportMenu } from './export-menu';
import { KeyPager } from './key-pager';
import { KeyTable } from './key-table';
import { Nothing } from './nothing';
import { type KeysQuery, listAt } from './query';
import { SearchForm } from './search-form';

const NOTICES = ['unknown_key', 'key_in_address'] as const;

/** From so many keys on, ended ones included, there are search, order, chips and export. */
const MANY = 8;

type Props = {
  actor: Member;
  query: KeysQuery;
  found: KeyRows & { counts: ApiKeyCounts; wrong: string[] };
  /** whether there is no form above to generate the first one with */
  isFull: boolean;
};

/** The workspace's keys, as the address asks for them, and the ways to others. */
export async function KeyList({ actor, query, found, isFull }: Props) {
  const { rows, nextCursor, counts, wrong } = found;
  const t = await getTranslations('apiKeys.list');
  const asked = without(query, ['cursor', 'from', 'notice']);
  const inForce = without(asked, wrong);
  const { cursor, from } = without(query, wrong);
  const state = KEY_FILTERS.find((filter) => filter === inForce.state) ?? 'active';
  const notice = NOTICES.find((name) => name === query.notice);
  const isNarrow = inForce.q !== undefined || state !== 'active';
  const isWhole = counts.all >= MANY || Object.keys(query).length > 0;
  return (
    <section
      id="keys"
      aria-label={t('states.all')}
      className="group/list mt-3 grid scroll-mt-4 grid-cols-1 gap-3"
    >
      {isWhole && (
        <div className="relative flex items-start gap-2">
          <SearchForm asked={asked} wrong={wrong} />
          {rows.length > 0 && (
            <div className="max-sm:absolute max-sm:right-0">
              <ExportMenu query={without(inForce, ['size'])} />
            </div>
          )}
        </div>
      )}
      <Chips actor={actor} counts={counts} state={state} isWhole={isWhole} />
      {notice && (
        <Notice tone="warning" title={t(`notices.${notice}.title`)} live="status">
          {t(`notices.${notice}.text`)}
        </Notice>
      )}
      {state === 'known_to_others' && <KnownToOthers actor={actor} />}
      {rows.length > 0 ? (
        <KeyTable
          caption={t(`states.${state}`)}
          rows={rows}
          asked={inForce}
          isSorted={isWhole}
          live={counts.live}
        />
      ) : (
        <Nothing
          asked={inForce}
          counts={counts}
          state={state}
          isNarrow={isNarrow}
          isFull={isFull}
        />
      )}
      <p role="status" className="sr-only">
        {isNarrow && t('found', { count: rows.length, more: String(nextCursor !== null) })}
      </p>
      <KeyPager found={found} asked={inForce} isFirst={!cursor && !from} />
      {rows.length > 0 && counts.ended > 0 && state !== 'ended' && state !== 'all' && (
        <p className="text-sm">
          <TextLink href={listAt({ ...inForce, state: 'ended' })} prefetch={false}>
            {t(inForce.q ? 'endedMatch' : 'ended', { count: counts.ended })}
          </TextLink>
        </p>
      )}
    </section>
  );
}
