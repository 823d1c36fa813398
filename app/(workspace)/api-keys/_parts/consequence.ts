import { getTranslations } from 'next-intl/server';
import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import { isShut } from '@/lib/api-keys/model/state';
import { isUsed } from '@/lib/api-keys/read/last-day';
import { needsWrite } from '@/lib/api-keys/usage/needs-write';
import { listInWords } from './list-in-words';
import { readUsageOf } from './read-usage-of';

/** What takes something away from whatever uses a key. */
export const CHANGES = ['revoke', 'retire', 'pause', 'rotate', 'expire', 'readOnly'] as const;

export type Change = (typeof CHANGES)[number];

/**
 * What a change would take away, counted from the last 24 hours, in a sentence: `Revoking it stops 3
 * endpoints.` Wherever a change is asked about, this is what is said of it.
 */
export async function consequenceOf(apiKey: ProvedKey, change: Change): Promise<string> {
  const t = await getTranslations('apiKeys.consequence');
  if (isShut(apiKey.state)) return t('none');
  const { endpoints } = await readUsageOf(apiKey, 'day');
  const stopped = endpoints
    .filter(isUsed)
    .map(({ endpoint }) => endpoint)
    .filter((endpoint) => change !== 'readOnly' || needsWrite(endpoint));
  return t(change, { count: stopped.length, endpoints: await listInWords(stopped, 'endpoints') });
}
