import { getTranslations } from 'next-intl/server';
import { CHOSEN } from '@/app/(workspace)/api-keys/_rows/choose-box';
import { MOST_CHOSEN } from '@/lib/api-keys/change/chosen';
import { ChosenActions } from './chosen-actions';
import type { KeysQuery } from './query';

type Props = {
  /** what is asked for, without its page */
  asked: KeysQuery;
  /** how many keys of the whole list have not ended */
  live: number;
  /** the keys of this page that can be chosen */
  shown: string[];
};

/** What can be done with the keys that are chosen, at the foot of the list while there are any. */
export async function ChosenBar({ asked, live, shown }: Props) {
  const t = await getTranslations('apiKeys.table');
  return (
    <form
      id={CHOSEN}
      action="/api-keys/revoke"
      className="sticky bottom-0 hidden flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-3 py-2 group-has-[tbody_:checked]/list:flex"
    >
      {live > MOST_CHOSEN && (
        <p className="text-sm text-muted">{t('tooMany', { count: live, most: MOST_CHOSEN })}</p>
      )}
      {live > shown.length && live <= MOST_CHOSEN && (
        <label className="flex min-h-9 items-center gap-2 text-sm">
          <input type="checkbox" name="all" value={live} autoComplete="off" />
          <span>{t('chooseMatching', { count: live })}</span>
        </label>
      )}
      {asked.q && <input type="hidden" name="q" value={asked.q} />}
      {asked.state && <input type="hidden" name="state" value={asked.state} />}
      <ChosenActions key={shown.join()} />
    </form>
  );
}
