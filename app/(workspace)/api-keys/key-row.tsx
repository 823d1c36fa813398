import { getFormatter, getTranslations } from 'next-intl/server';
import type { ApiKey, ApiKeyStatus } from '@/lib/api-keys/api-key';
import { ReplaceKey } from './replace-key';
import { RevokeKey } from './revoke-key';
import { Time } from './time';

const TONES: Record<ApiKeyStatus, string> = {
  active: 'bg-success-soft text-success',
  expired: 'bg-warning-soft text-warning',
  revoked: 'bg-sunken text-muted',
};

type Props = { apiKey: ApiKey; sharesName: boolean; apiUrl: string };

/** One key. On a narrow screen its facts are below its name. */
export async function KeyRow({ apiKey, sharesName, apiUrl }: Props) {
  const t = await getTranslations('apiKeys.table');
  const foreign = await getTranslations('apiKeys.replace');
  const format = await getFormatter();
  const {
    id,
    workspaceId,
    name,
    hint,
    createdAt,
    createdBy,
    lastUsedAt,
    expiresAt,
    scopes,
    status,
  } = apiKey;
  const isForeign = status === 'active' && !apiKey.isOwners;
  const nameId = `key-${id}`;
  // Only what the dialogs need is sent to the browser.
  const acted = { id, workspaceId, name, hint };

  const created = <Time date={createdAt} format="date" />;
  const by = createdBy && t('by', { name: createdBy });
  const lastUsed = lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('never');
  const readOnly = scopes.every((scope) => scope.endsWith(':read'));
  const expiry =
    status === 'active' && expiresAt && format.dateTime(expiresAt, { dateStyle: 'medium' });
  const badge = (
    <span
      className={`rounded-full px-2 py-0.5 text-xs font-medium group-has-data-revoked:hidden ${TONES[status]}`}
    >
      {t(`statuses.${status}`)}
    </span>
  );

  return (
    <tr className="group align-top">
      <td className="px-4 py-3">
        <p id={nameId} translate="no" className="font-medium wrap-anywhere">
          {name}
        </p>
        <p translate="no" className="mt-0.5 font-mono text-xs text-muted">
          {hint}
        </p>
        {(readOnly || expiry || sharesName || isForeign) && (
          <p className="mt-1 text-xs text-muted">
            {[
              readOnly && t('readOnly'),
              expiry && t('expires', { date: expiry }),
              sharesName && t('sharesName'),
              isForeign && foreign('foreign'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        <p className="mt-2 text-xs wrap-anywhere text-muted md:hidden">
          {created} {by}
          <br />
          {t('lastUsed')}: {lastUsed}
        </p>
        <p className="mt-2 sm:hidden">{badge}</p>
      </td>
      <td className="px-4 py-3 max-md:hidden">
        <p className="whitespace-nowrap">{created}</p>
        <p className="text-xs wrap-anywhere text-muted">{by}</p>
      </td>
      <td className="px-4 py-3 text-muted max-md:hidden">{lastUsed}</td>
      <td className="px-4 py-3 max-sm:hidden">{badge}</td>
      <td className="px-4 py-3">
        {status === 'active' && (
          <div className="flex flex-wrap justify-end gap-2">
            {isForeign && <ReplaceKey apiKey={acted} describedBy={nameId} apiUrl={apiUrl} />}
            <RevokeKey apiKey={acted} describedBy={nameId} />
          </div>
        )}
      </td>
    </tr>
  );
}
