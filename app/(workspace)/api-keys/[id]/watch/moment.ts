import type { ApiKey } from '@/lib/api-keys/api-key';
import type { RecentRequest } from '@/lib/api-keys/use/recent';

/**
 * Tells what the page of a key says at one moment from what it says at another: by the state and the
 * last use of the key and of the other keys of its rotations, and by the last request with it.
 */
export function momentOf(apiKey: ApiKey, [last]: RecentRequest[]): string {
  const keys = [apiKey, apiKey.replaces, apiKey.replacedBy].map(
    (key) => key && [key.state, key.lastUsedAt],
  );
  return JSON.stringify([keys, last?.requestId]);
}
