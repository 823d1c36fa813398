import { getTranslations } from 'next-intl/server';
import { told } from '@/app/_times/told';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';
import type { Form } from '@/lib/i18n/moment';

/**
 * When a key expires, or when and by whom it was ended.
 * @param expiry in which form a live key's is told: its last day ends in UTC, which is another day or
 *   another hour elsewhere, and a row has no room for the hour
 * @returns null for a live key that never expires
 */
export async function endOf(apiKey: ApiKey, expiry: Form = 'day'): Promise<string | null> {
  const t = await getTranslations('apiKeys.table');
  const { state, expiresAt, retiresAt, revokedAt, revokedBy } = apiKey;
  if (revokedAt) {
    const date = await told(revokedAt, 'day');
    return revokedBy ? t('revokedBy', isolated({ name: revokedBy, date })) : t('revoked', { date });
  }
  if (state === 'retired' && retiresAt) return t('retired', { date: await told(retiresAt, 'day') });
  if (!expiresAt) return null;
  if (state === 'expired') return t('expired', { date: await told(expiresAt, 'day') });
  return t('expires', { date: await told(expiresAt, expiry) });
}
