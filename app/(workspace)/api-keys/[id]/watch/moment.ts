import type { ApiKey } from '@/lib/api-keys/model/api-key';

/**
 * Tells what the page of a key says at one moment from what it says at another: by the state and the
 * last use of the key and of the other keys of its rotations, and by when it was last refused.
 */
export function momentOf(apiKey: ApiKey): string {
  const keys = [apiKey, apiKey.replaces, apiKey.replacedBy].map(
    (key) => key && [key.state, key.lastUsedAt],
  );
  return JSON.stringify([keys, apiKey.lastRefusedAt]);
}
