import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { type ApiKey, toApiKey, withoutHash } from './api-key';
import { activeAt } from './quota';

/** More than anyone reads. A workspace with more active keys than this sees the newest ones. */
const ACTIVE_SHOWN = 200;
const ENDED_SHOWN = 20;

/**
 * The workspace's keys for its Owner, newest first.
 * @returns `active`: up to 200 keys that open the API; `ended`: the last 20 revoked or expired ones
 * @throws AppError `owner_required`
 */
export async function listApiKeys(actor: Actor): Promise<{ active: ApiKey[]; ended: ApiKey[] }> {
  assertOwner(actor);
  const now = new Date();
  const inWorkspace = { workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } } };
  const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  const [active, ended] = await Promise.all([
    db.apiKey.findMany({
      where: { ...inWorkspace, ...activeAt(now) },
      orderBy: [...newestFirst],
      take: ACTIVE_SHOWN,
      ...withoutHash,
    }),
    db.apiKey.findMany({
      where: { ...inWorkspace, NOT: activeAt(now) },
      orderBy: [...newestFirst],
      take: ENDED_SHOWN,
      ...withoutHash,
    }),
  ]);
  return {
    active: active.map((row) => toApiKey(row, actor, now)),
    ended: ended.map((row) => toApiKey(row, actor, now)),
  };
}
