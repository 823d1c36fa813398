import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { lastDay } from '@/lib/api-keys/read/last-day';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { CHOSEN, KeyRow } from './key-row';
import { SelectAll } from './select-all';

type Props = {
  caption: string;
  keys: ApiKey[];
};

/** A page of keys. Those that are chosen are revoked together, on a page that asks first. */
export async function KeyTable({ caption, keys }: Props) {
  const t = await getTranslations('apiKeys.table');
  const { actor } = await requireOwner();
  const days = await lastDay(
    actor,
    keys.map(({ id }) => id),
  );
  // The keys of a rotation share their name on purpose.
  const sharesName = ({ id, name, replaces, replacedBy }: ApiKey) =>
    keys.some(
      (other) => other.name === name && ![id, replaces?.id, replacedBy?.id].includes(other.id),
    );
  // With a single key there is nothing to choose from.
  const isChosenFrom = keys.filter(({ state }) => isLive(state)).length > 1;
  const head = 'px-4 py-3 font-medium whitespace-nowrap';
  return (
    <div className="overflow-clip rounded-panel border border-line bg-surface shadow-raised">
      <table className="group/keys w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-surface text-muted inset-shadow-rule">
          <tr>
            {isChosenFrom && (
              <td className="relative w-0 pl-2">
                <SelectAll label={t('chooseAll')} />
                <form
                  id={CHOSEN}
                  action="/api-keys/revoke"
                  className="absolute inset-y-px left-full hidden items-center bg-surface group-has-[td_:checked]/keys:flex"
                >
                  <Button type="submit" variant="dangerQuiet">
                    {t('revokeChosen')}
                  </Button>
                </form>
              </td>
            )}
            <th scope="col" className={isChosenFrom ? `${head} pl-2` : head}>
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
        <tbody className="divide-y divide-line **:scroll-mt-12">
          {keys.map((apiKey) => (
            <KeyRow
              key={apiKey.id}
              apiKey={apiKey}
              day={days.get(apiKey.id)}
              sharesName={sharesName(apiKey)}
              isChosenFrom={isChosenFrom}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
