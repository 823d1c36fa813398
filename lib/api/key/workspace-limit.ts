import { countActiveApiKeys } from '@/lib/api-keys/model/quota';
import type { VerifiedApiKey } from '@/lib/api-keys/secret/verify';
import { count } from '@/lib/limits/limiter';

/**
 * The windows of a key and of its workspace begin at different times, so within one window of the
 * workspace a key can use up two of its own.
 */
const WINDOWS_OF_A_KEY = 2;

/**
 * Counts a request that its key may make against all keys of the workspace together: twice what
 * they may make in a minute. Keys that are in use at once never reach it; keys that are created,
 * used and revoked in a loop do.
 * @returns seconds to wait, or null if the request may pass
 */
export async function countForWorkspace(
  { workspaceId, planRequestsPerMinute, maxActiveApiKeys: max }: VerifiedApiKey,
  windowSeconds: number,
): Promise<number | null> {
  if (max === null) return null;
  const quotaFor = (keys: number) => WINDOWS_OF_A_KEY * planRequestsPerMinute * Math.max(1, keys);
  const limit = { name: 'api-workspace', quota: quotaFor(max), windowSeconds };
  const { used, resetAfter } = await count(limit, workspaceId);
  if (used <= limit.quota) return null;
  // After a move to a smaller plan there may be more keys than it has room for.
  return used <= quotaFor(await countActiveApiKeys(workspaceId)) ? null : resetAfter;
}
