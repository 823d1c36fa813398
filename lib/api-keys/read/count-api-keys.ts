import { type Actor, assertOwner } from '@/lib/actor';
import { LIVE } from '@/lib/api-keys/model/state';
import { db } from '@/lib/database/client';
import { parseQuery } from '@/lib/validation';
import { Prisma } from '@/prisma/generated/client';
import { FILTERS, listApiKeysQuery, matching } from './list-query';

export type ApiKeyCounts = {
  /** all there are, ended ones included */
  all: number;
  /** of those that match the search: all, and those that have ended */
  matching: number;
  ended: number;
  /** of those that match the search, in the state that is asked for: those that have not ended */
  live: number;
  paused: number;
} & { [filter in SafetyFilter]: number };

/** What an Owner should look at from time to time. */
export const SAFETY_FILTERS = [
  'somewhere_new',
  'known_to_others',
  'lives_too_long',
  'never_expires',
  'idle',
  'never_used',
] as const;

export type SafetyFilter = (typeof SAFETY_FILTERS)[number];

/**
 * Counts keys of the actor's workspace as lists filter them, in one query.
 * @param query `q` and `state`, see {@link listApiKeysQuery}
 * @throws AppError `owner_required` or `validation_failed`
 */
export async function countApiKeys(actor: Actor, query: unknown = {}): Promise<ApiKeyCounts> {
  assertOwner(actor);
  const { q, state } = parseQuery(listApiKeysQuery.pick({ q: true, state: true }), query);
  const safety = SAFETY_FILTERS.map((name) =>
    Prisma.raw(`count(*) filter (where ${FILTERS[name]})::int as "${name}"`),
  );
  const [counts] = await db.$queryRaw<[ApiKeyCounts]>`
    select count(*)::int as "all", ${Prisma.join(safety)},
      count(*) filter (where ${Prisma.raw(FILTERS.paused)})::int as "paused",
      count(*) filter (where ${matching(q)})::int as "matching",
      count(*) filter (where ${Prisma.raw(FILTERS.ended)} and ${matching(q)})::int as "ended",
      count(*) filter (where ${Prisma.raw(`${LIVE} and ${FILTERS[state]}`)} and ${matching(q)})::int as "live"
    from "ApiKey" k join "Workspace" w on w."id" = k."workspaceId"
    where k."workspaceId" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid`;
  return counts;
}
