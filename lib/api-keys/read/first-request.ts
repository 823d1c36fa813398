import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import { fromLine, type RecentRequest } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';

/**
 * The request that tells whoever waits for the first one with a key how that went: the first that
 * succeeded, or as long as none did, the last one. It is looked for among the last 50.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked, and what
 *   this process has counted was written
 * @returns null while there was none
 */
export async function firstRequest({ id }: ProvedKey): Promise<RecentRequest | null> {
  const row = await db.apiKeyRecentRequests.findUnique({
    where: { apiKeyId: id },
    select: { lines: true },
  });
  const requests = row?.lines.map(fromLine) ?? [];
  return requests.findLast(({ outcome }) => outcome === 'succeeded') ?? requests[0] ?? null;
}
