import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isShut } from '@/lib/api-keys/model/state';
import type { LastDay } from './last-day';

/** Whether anybody uses a key: one line answers it, and all else on its page is the evidence. */
export type Verdict =
  /** it opened the API in the last 24 hours, `requests` times */
  | ({ kind: 'used'; endpoints: number } & Pick<LastDay, 'requests' | 'client'>)
  /** it does not open the API, and was sent all the same, `requests` times in the last 24 hours */
  | ({ kind: 'tried' } & Pick<LastDay, 'requests' | 'client'>)
  /** it opened the API at `since` for the last time */
  | { kind: 'idle'; since: Date }
  | { kind: 'never' };

/**
 * @param day what {@link lastDay} says of the key; without it nothing is known but when it was last used
 * @returns the verdict of keys.md; refused requests are not use, and say something of a shut key alone
 */
export function verdictOf(
  { state, lastUsedAt }: Pick<ApiKey, 'state' | 'lastUsedAt'>,
  day: LastDay | undefined,
): Verdict {
  if (isShut(state) && day?.refused) {
    return { kind: 'tried', requests: day.refused, client: day.client };
  }
  const requests = day ? day.requests - day.refused : 0;
  if (!isShut(state) && day && requests > 0) {
    return { kind: 'used', requests, endpoints: day.endpoints.length, client: day.user };
  }
  return lastUsedAt ? { kind: 'idle', since: lastUsedAt } : { kind: 'never' };
}
