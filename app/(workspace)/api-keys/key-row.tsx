import { getFormatter, getTranslations } from 'next-intl/server';
import type { ApiKey, ApiKeyStatus } from '@/lib/api-keys/api-key';
import { isReadOnly } from '@/lib/scopes';
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
  const { id, workspaceId, name, hint, createdAt, createdBy, lastUsedAt, scopes, status } = apiKey;
  const isForeign = status === 'active' && !apiKey.isOwners;
  const [nameId, hintId] = [`key-${id}`, `key-${id}-hint`];
  const describedBy = `${nameId} ${hintId}`;
  // Only what the dialogs need is sent to the browser.
  const acted = { id, workspaceId, name, hint };

  const created = <Time date={createdAt} format="date" />;
  const by = createdBy && t('by', { name: createdBy });
  const lastUsed = lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('never');
  const end = await endOf(apiKey);
  const facts = [
    isReadOnly(scopes) && t('readOnly'),
    end,
    sharesName && t('sharesName'),
    isForeign && foreign('foreign'),
  ].filter(Boolean);
  const badge = (
    <span
      className={`rounded-full px-2 py-0.5 text-xs font-medium group-has-data-revoked:hidden ${TONES[status]}`}
    >
      {t(`statuses.${status}`)}
    </span>
  );

  return (
    <tr className="group align-top">
      <th scope="row" className="px-4 py-3 font-normal">
        <p id={nameId} translate="no" className="font-medium wrap-anywhere">
          {name}
        </p>
        <p id={hintId} translate="no" className="mt-0.5 font-mono text-xs text-muted">
          {hint}
        </p>
        {facts.length > 0 && (
          <p className="mt-1 text-xs wrap-anywhere text-muted">{facts.join(' · ')}</p>
        )}
        <p className="mt-2 text-xs wrap-anywhere text-muted md:hidden">
          {created} {by}
          <br />
          {t('lastUsed')}: {lastUsed}
        </p>
        <p className="mt-2 sm:hidden">{badge}</p>
      </th>
      <td className="px-4 py-3 max-md:hidden">
        <p className="whitespace-nowrap">{created}</p>
        <p className="text-xs wrap-anywhere text-muted">{by}</p>
      </td>
      <td className="px-4 py-3 text-muted max-md:hidden">{lastUsed}</td>
      <td className="px-4 py-3 max-sm:hidden">{badge}</td>
      <td className="px-4 py-3">
        {status === 'active' && (
          <div className="flex flex-wrap justify-end gap-2">
            {isForeign && <ReplaceKey apiKey={acted} describedBy={describedBy} apiUrl={apiUrl} />}
            <RevokeKey apiKey={acted} describedBy={describedBy} />
          </div>
        )}
      </td>
    </tr>
  );
}

/** When the key expires, or when and by whom it was ended. */
async function endOf({ status, expiresAt, revokedAt, revokedBy }: ApiKey): Promise<string | null> {
  const t = await getTranslations('apiKeys.table');
  const format = await getFormatter();
  const at = revokedAt ?? expiresAt;
  if (!at) return null;
  const date = format.dateTime(at, { dateStyle: 'medium' });
  if (status === 'active') return t('expires', { date });
  if (status === 'expired') return t('expired', { date });
  return revokedBy ? t('revokedBy', { name: revokedBy, date }) : t('revoked', { date });
}
