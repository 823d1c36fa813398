import { getTranslations } from 'next-intl/server';
import { KnownToOthers } from '@/app/(workspace)/_parts/known-to-others';
import { without } from '@/app/(workspace)/_parts/list-address';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import { Notice } from '@/components/page/notice';
import { Pager } from '@/components/page/pager';
import { TextLink } from '@/components/text-link';
import type { Member } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { ApiKeyCounts } from '@/lib/api-keys/read/count-api-keys';
import { KEY_FILTERS } from '@/lib/api-keys/read/list-query';
import { ExportMenu } from './export-menu';
import { KeyTable } from './key-table';
import { type KeysQuery, listAt } from './query';
import { SafetyCards } from './safety-cards';
import { SearchForm } from './search-form';

const NOTICES = ['unknown_key', 'key_in_address'] as const;

type Props = {
  actor: Member;
  query: KeysQuery;
  found: { keys: ApiKey[]; nextCursor: string | null; counts: ApiKeyCounts; wrong: string[] };
  /** whether there is no form above to generate the first one with */
  isFull: boolean;
};

/** The workspace's keys, as the address asks for them, and the ways to others. */
export async function KeyList({ actor, query, found, isFull }: Props) {
  const { keys, nextCursor, counts, wrong } = found;
  const t = await getTranslations('apiKeys.list');
  const asked = without(query, ['cursor', 'notice']);
  const inForce = without(asked, wrong);
  const state = KEY_FILTERS.find((filter) => filter === inForce.state) ?? 'active';
  const notice = NOTICES.find((name) => name === query.notice);
  const isNarrow = inForce.q !== undefined || state !== 'active';
  return (
    <section
      id="keys"
      aria-label={t('states.all')}
      className="mt-8 grid scroll-mt-4 grid-cols-1 gap-6"
    >
      {counts.all > 0 && (
        <>
          <SafetyCards counts={counts} state={state} />
          <SearchForm asked={asked} wrong={wrong} />
        </>
      )}
      {notice && (
        <Notice tone="warning" title={t(`notices.${notice}.title`)} live="status">
          {t(`notices.${notice}.text`)}
        </Notice>
      )}
      {state === 'known_to_others' && <KnownToOthers actor={actor} />}
      <div>
        {keys.length > 0 ? (
          <KeyTable caption={t(`states.${state}`)} keys={keys} />
        ) : (
          <Nothing isNarrow={isNarrow} isFull={isFull} />
        )}
        <p role="status" className="sr-only">
          {isNarrow && t('found', { count: keys.length, more: String(nextCursor !== null) })}
        </p>
        <Pager
          label={t('pages')}
          first={query.cursor ? { href: listAt(inForce), text: t('first') } : null}
          next={
            nextCursor
              ? { href: listAt({ ...inForce, cursor: nextCursor }), text: t('next') }
              : null
          }
        />
      </div>
      {counts.all > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
          {counts.ended > 0 && state !== 'ended' && state !== 'all' ? (
            <TextLink href={listAt({ ...inForce, state: 'ended' })} prefetch={false}>
              {t(inForce.q ? 'endedMatch' : 'ended', { count: counts.ended })}
            </TextLink>
          ) : (
            <span />
          )}
          {keys.length > 0 && <ExportMenu query={inForce} />}
        </div>
      )}
    </section>
  );
}

async function Nothing({ isNarrow, isFull }: { isNarrow: boolean; isFull: boolean }) {
  const t = await getTranslations('apiKeys');
  const clear = (
    <ButtonLink href={listAt({})} variant="secondary">
      {t('list.noMatch.clear')}
    </ButtonLink>
  );
  return (
    <div className="rounded-panel border border-dashed border-line">
      {isNarrow ? (
        <EmptyState title={t('list.noMatch.title')} heading="h2" action={clear}>
          {t('list.noMatch.text')}
        </EmptyState>
      ) : (
        <EmptyState title={t('table.empty.title')} heading="h2">
          {isFull ? t('table.empty.full') : t('table.empty.text')}
        </EmptyState>
      )}
    </div>
  );
}
