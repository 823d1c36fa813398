import { getTranslations } from 'next-intl/server';
import { toldWithUtc } from '@/app/_times/told';
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
  const when = at ? await toldWithUtc(at, 'second') : '';
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
    return t('request', { when: await toldWithUtc(last.at, 'second'), endpoint, status, address });
  }
  return lastUsedAt ? await toldWithUtc(lastUsedAt, 'second') : t('none');
}
