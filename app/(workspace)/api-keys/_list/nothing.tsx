import { getTranslations } from 'next-intl/server';
import { without } from '@/app/(workspace)/_parts/list-address';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import type { ApiKeyCounts } from '@/lib/api-keys/read/count-api-keys';
import { type KeysQuery, listAt } from './query';

type Props = {
  /** what is asked for, without its page */
  asked: KeysQuery;
  counts: ApiKeyCounts;
  state: string;
  /** whether some keys are left out */
  isNarrow: boolean;
  /** whether there is no form above to generate the first one with */
  isFull: boolean;
};

/** In place of a list without a key: which keys would be found otherwise, as ways to them. */
export async function Nothing({ asked, counts, state, isNarrow, isFull }: Props) {
  const t = await getTranslations('apiKeys');
  const { matching, ended } = counts;
  const others = [
    ended > 0 &&
      !['ended', 'all'].includes(state) && {
        href: listAt({ ...asked, state: 'ended' }),
        text: t(asked.q ? 'list.endedMatch' : 'list.ended', { count: ended }),
      },
    matching > ended &&
      isNarrow && {
        href: listAt(without(asked, ['state'])),
        text: t(asked.q ? 'list.liveMatch' : 'list.noMatch.clear', { count: matching - ended }),
      },
  ].filter((other) => typeof other === 'object');
  const isFound = isNarrow && (others.length > 0 || asked.q === undefined);
  const narrow = isFound ? 'list.noMatch.elsewhere' : 'list.noMatch.text';
  const empty = isFull ? 'table.empty.full' : 'table.empty.text';
  const text = isNarrow ? narrow : empty;
  return (
    <div className="rounded-panel border border-dashed border-line">
      <EmptyState
        title={t(isNarrow ? 'list.noMatch.title' : 'table.empty.title')}
        heading="h2"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {others.map(({ href, text }) => (
              <ButtonLink key={href} href={href} variant="secondary" prefetch={false}>
                {text}
              </ButtonLink>
            ))}
            {isNarrow && asked.q !== undefined && (
              <ButtonLink href={listAt({})} variant={isFound ? 'quiet' : 'secondary'}>
                {t('list.noMatch.clear')}
              </ButtonLink>
            )}
          </div>
        }
      >
        {t(text)}
      </EmptyState>
    </div>
  );
}
