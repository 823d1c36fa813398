import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import { remainsOf } from '@/app/(workspace)/api-keys/_parts/remains-of';
import { RevokeKey } from '@/app/(workspace)/api-keys/_parts/revoke-key';
import { RotateLink } from '@/app/(workspace)/api-keys/_parts/rotate-link';
import { Sparkline } from '@/app/(workspace)/api-keys/_parts/sparkline';
import { StateBadge } from '@/app/(workspace)/api-keys/_parts/state-badge';
import { Time } from '@/app/(workspace)/api-keys/_parts/time';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { isolated } from '@/lib/i18n/isolated';
import { isReadOnly } from '@/lib/scopes';
import { RowMenu } from './row-menu';

/** The form that takes the keys that are chosen to another page. */
export const CHOSEN = 'chosen-keys';

type Props = {
  apiKey: ApiKey;
  day: LastDay | undefined;
  sharesName: boolean;
  /** whether rows have a box to choose them by */
  isChosenFrom: boolean;
};

/** One key. On a narrow screen its facts are below its name. */
export async function KeyRow({ apiKey, day, sharesName, isChosenFrom }: Props) {
  const t = await getTranslations('apiKeys.table');
  const { id, workspaceId, name, hint, createdAt, createdBy, lastUsedAt, scopes, state } = apiKey;
  const isForeign = !apiKey.isOwners && hindranceOf(apiKey) === null;
  const [nameId, hintId] = [`key-${id}`, `key-${id}-hint`];
  const describedBy = `${nameId} ${hintId}`;
  // Only what the dialogs need is sent to the browser.
  const acted = { id, workspaceId, name, hint };

  const created = <Time date={createdAt} format="date" />;
  const by = createdBy && t('by', isolated({ name: createdBy }));
  const lastUsed = lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('never');
  const end = await endOf(apiKey);
  const facts = [
    isReadOnly(scopes) && t('readOnly'),
    end,
    sharesName && t('sharesName'),
    isForeign && t('notByYou'),
  ].filter(Boolean);
  const badge = <StateBadge apiKey={apiKey} />;

  return (
    <tr className="group align-top">
      {isChosenFrom && (
        <td className="py-1.5 pl-2">
          {isLive(state) && (
            <label className="grid size-8 place-items-center">
              <input
                type="checkbox"
                form={CHOSEN}
                name="id"
                value={id}
                aria-label={t('choose', isolated({ name }))}
                aria-describedby={hintId}
                autoComplete="off"
                className="size-4 accent-accent"
              />
            </label>
          )}
        </td>
      )}
      <th
        scope="row"
        className={`py-3 pr-4 font-normal max-sm:pr-2 ${isChosenFrom ? 'pl-2' : 'pl-4'}`}
      >
        <p className="font-medium wrap-anywhere">
          <Link
            id={nameId}
            href={`/api-keys/${id}`}
            prefetch={false}
            translate="no"
            className="rounded-control py-2 hover:underline"
          >
            {name}
          </Link>
        </p>
        <p id={hintId} translate="no" className="mt-0.5 font-mono text-xs text-muted">
          {hint}
        </p>
        {facts.length > 0 && (
          <p className="mt-1 text-xs wrap-anywhere text-muted">{facts.join(' · ')}</p>
        )}
        <p className="mt-2 text-xs wrap-anywhere text-muted md:hidden">
          <span>{created}</span> <span>{by}</span>
          <br />
          <span>{`${t('lastUsed')}:`}</span> <span>{lastUsed}</span>
          <Sparkline day={day} />
        </p>
        <p className="mt-2 sm:hidden">{badge}</p>
      </th>
      <td className="px-4 py-3 max-md:hidden">
        <p className="whitespace-nowrap">{created}</p>
        <p className="text-xs wrap-anywhere text-muted">{by}</p>
      </td>
      <td className="px-4 py-3 text-muted max-md:hidden">
        <span>{lastUsed}</span>
        <Sparkline day={day} />
      </td>
      <td className="px-4 py-3 max-sm:hidden">{badge}</td>
      <td className="py-3 pr-4 pl-4 max-sm:pl-0">
        {isLive(state) && (
          <div className="flex flex-wrap justify-end gap-2">
            {isForeign && <RotateLink id={id} describedBy={describedBy} />}
            <RevokeKey apiKey={acted} describedBy={describedBy} remains={await remainsOf(apiKey)} />
            <RowMenu apiKey={apiKey} />
          </div>
        )}
      </td>
    </tr>
  );
}
