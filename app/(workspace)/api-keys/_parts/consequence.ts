import { getTranslations } from 'next-intl/server';
import type { ApiKey, ProvedKey } from '@/lib/api-keys/model/api-key';
import { isShut } from '@/lib/api-keys/model/state';
import { isUsed, type LastDay } from '@/lib/api-keys/read/last-day';
import { needsWrite } from '@/lib/api-keys/usage/needs-write';
import { listInWords } from './list-in-words';
import { readUsageOf } from './read-usage-of';

/** What takes something away from whatever uses a key. */
export const CHANGES = [
  'revoke',
  'retire',
  'pause',
  'rotate',
  'expire',
  'readOnly',
  'keep',
] as const;

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

/** What can be done with several keys at once. */
export type ChangeOfMany = 'revoke' | 'pause' | 'rotate';

/**
 * The same of several keys: what it would stop altogether.
 * @param days what `lastDay` says of each
 */
export async function consequenceOfAll(
  keys: ApiKey[],
  days: Map<string, LastDay>,
  change: ChangeOfMany,
): Promise<string> {
  const t = await getTranslations('apiKeys.consequence.ofMany');
  const open = keys.filter(({ state }) => !isShut(state));
  const stopped = new Set(open.flatMap(({ id }) => days.get(id)?.endpoints ?? []));
  return t(change, { keys: keys.length, count: stopped.size });
}
