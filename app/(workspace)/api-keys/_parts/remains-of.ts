import { getTranslations } from 'next-intl/server';
import { clockTimeWithUtc } from '@/app/_times/clock-time';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { roleOf } from '@/lib/api-keys/rotation/rotation';

/** What is left of a rotation if this key is revoked; null for a key that is in none. */
export async function remainsOf(apiKey: ApiKey): Promise<string | null> {
  const t = await getTranslations('apiKeys.rotate.remains');
  const role = roleOf(apiKey);
  const other = role === 'old' ? apiKey.replacedBy : apiKey.replaces;
  if (!role || !other) return null;
  const { hint, state, retiresAt } = other;
  return role === 'old'
    ? t('new', { hint, state })
    : t('old', { hint, state, time: retiresAt ? await clockTimeWithUtc(retiresAt) : '' });
}
