import type { ApiKey, Partners } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';

/** When the old key of a rotation stops, in the order in which it is asked; the first is the default. */
export const RETIRE_RULES = ['after-use', '24h', '7d', 'now'] as const;

export type RetireRule = (typeof RETIRE_RULES)[number];

/** By `after-use`, how long the old key works after the first request with the new one. */
export const AFTER_USE_MS = 3_600_000;

/** By `after-use`, how many days the old key works at the most. */
export const AFTER_USE_MAX_DAYS = 30;

/** Why a key cannot be rotated. */
export type Hindrance = 'ended' | 'in_rotation' | 'paused';

type Paired = Pick<ApiKey, 'state' | 'retiresAt'> & Partners;

/**
 * Which key of a rotation this one is, while that lasts: as long as neither has ended.
 * @returns null for a key that is in none
 */
export function roleOf({ state, retiresAt, replaces, replacedBy }: Paired): 'old' | 'new' | null {
  if (!isLive(state)) return null;
  if (retiresAt && replacedBy && isLive(replacedBy.state)) return 'old';
  return replaces && isLive(replaces.state) ? 'new' : null;
}

/** @returns null if the key can be rotated */
export function hindranceOf(apiKey: Paired): Hindrance | null {
  if (!isLive(apiKey.state)) return 'ended';
  if (roleOf(apiKey)) return 'in_rotation';
  return apiKey.state === 'paused' ? 'paused' : null;
}
