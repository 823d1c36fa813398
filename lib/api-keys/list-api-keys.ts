import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { type ApiKey, toApiKey, withPartners } from './api-key';
import { liveAt } from './state';

/** More than anyone reads. A workspace with more active keys than this sees the newest ones. */
const ACTIVE_SHOWN = 200;
const ENDED_SHOWN = 20;

/**
 * The workspace's keys for its Owner, newest first.
 * @returns `active`: up to 200 keys that have not ended; `ended`: the last 20 that have
 * @throws AppError `owner_required`
 */
export async function listApiKeys(actor: Actor): Promise<{ active: ApiKey[]; ended: ApiKey[] }> {
  assertOwner(actor);
  const now = await databaseNow();
  const inWorkspace = { workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } } };
  const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  const [active, ended] = await Promise.all([
    db.apiKey.findMany({
      where: { ...inWorkspace, ...liveAt(now) },
      orderBy: [...newestFirst],
      take: ACTIVE_SHOWN,
      ...withPartners,
    }),
    db.apiKey.findMany({
      where: { ...inWorkspace, NOT: liveAt(now) },
      orderBy: [...newestFirst],
      take: ENDED_SHOWN,
      ...withPartners,
    }),
  ]);
  return {
    active: active.map((row) => toApiKey(row, actor, now)),
    ended: ended.map((row) => toApiKey(row, actor, now)),
  };
}
