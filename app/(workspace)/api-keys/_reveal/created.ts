import { getTranslations } from 'next-intl/server';
import { told } from '@/app/_times/told';
import type { NewApiKey } from '@/lib/api-keys/model/api-key';
import { isReadOnly } from '@/lib/scopes';

/** A new key, to be shown once, and waited for. `terms` says what it may do and until when. */
export type Created = { ok: true; id: string; secret: string; name: string; terms: string };

/** What the modal shows of a key that was just generated, to a reader in a time zone. */
export async function toCreated(
  made: { apiKey: NewApiKey; secret: string },
  zone: string,
): Promise<Created> {
  const { id, name, scopes, expiresAt } = made.apiKey;
  const t = await getTranslations('apiKeys.table');
  const access = isReadOnly(scopes) ? t('readOnly') : t('readWrite');
  const end = expiresAt
    ? t('expires', { date: await told(expiresAt, 'minute', zone) })
    : t('neverExpires');
  return { ok: true, id, secret: made.secret, name, terms: `${access} · ${end}` };
}
