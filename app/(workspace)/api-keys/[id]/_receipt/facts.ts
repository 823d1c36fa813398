import { getFormatter, getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { RecentRequest } from '@/lib/api-keys/usage/recent';
import { isolated } from '@/lib/i18n/isolated';

type Ending = { how: 'revoked' | 'retired' | 'expired'; at: Date | null };

/** How and when a key ended. */
export function endingOf({ state, revokedAt, retiresAt, expiresAt }: ApiKey): Ending {
  if (revokedAt) return { how: 'revoked', at: revokedAt };
  return state === 'retired' ? { how: state, at: retiresAt } : { how: 'expired', at: expiresAt };
}

export async function whenAndByWhom(at: Date | null, name: string | null): Promise<string> {
  const t = await getTranslations('apiKeys.receipt');
  const when = at ? await toTheSecond(at) : '';
  return name ? t('endedBy', isolated({ when, name })) : when;
}

/** It may have been counted after the key was read. */
export async function lastAccepted(
  { lastUsedAt }: ApiKey,
  recent: RecentRequest[],
): Promise<string> {
  const t = await getTranslations('apiKeys.receipt');
  const last = recent.find(({ outcome }) => outcome !== 'refused' && outcome !== 'rateLimited');
  if (last) {
    const { endpoint, status, address } = last;
    return t('request', { when: await toTheSecond(last.at), endpoint, status, address });
  }
  return lastUsedAt ? await toTheSecond(lastUsedAt) : t('none');
}

export async function toTheSecond(at: Date): Promise<string> {
  return (await getFormatter()).dateTime(at, { dateStyle: 'long', timeStyle: 'long' });
}
