import { getFormatter, getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';

/**
 * When a key expires, or when and by whom it was ended.
 * @returns null for a live key that never expires
 */
export async function endOf(apiKey: ApiKey): Promise<string | null> {
  const t = await getTranslations('apiKeys.table');
  const format = await getFormatter();
  const { state, expiresAt, retiresAt, revokedAt, revokedBy } = apiKey;
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium' });
  if (revokedAt) {
    const date = day(revokedAt);
    return revokedBy ? t('revokedBy', isolated({ name: revokedBy, date })) : t('revoked', { date });
  }
  if (state === 'retired' && retiresAt) return t('retired', { date: day(retiresAt) });
  if (!expiresAt) return null;
  const date = day(expiresAt);
  return state === 'expired' ? t('expired', { date }) : t('expires', { date });
}
