import { type Actor, assertOwner } from '@/lib/actor';
import { type ApiKeyState, OPENS, type StateColumns, stateOf } from '@/lib/api-keys/model/state';
import { fromLine, RECENT_REQUESTS } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';
import { Prisma } from '@/prisma/generated/client';

const HOUR_MS = 3_600_000;

/** A key that does not open the API any more, or not now, and that somebody still tries. */
export type TriedKey = {
  id: string;
  name: string;
  hint: string;
  state: ApiKeyState;
  /** refused requests in the last hour: exact up to 49, and an estimate from 50 on */
  requests: number;
  lastAddress: string;
  lastAt: Date;
};

type Row = StateColumns & {
  id: string;
  name: string;
  hint: string;
  lines: string[];
  now: Date;
  thisHour: number;
  hourBefore: number;
};

/**
 * Keys of the actor's workspace that are paused or have ended, and were refused in the last hour. A
 * request is among them within seconds, on whatever instance it was made. The key tried last is first.
 * @throws AppError `owner_required`
 */
export async function endedButTried(actor: Actor): Promise<TriedKey[]> {
  assertOwner(actor);
  const { workspaceId, userId } = actor;
  const rows = await db.$queryRaw<Row[]>`
    select k."id", k."name", k."hint", r."lines", statement_timestamp() as "now",
      k."expiresAt", k."pausedAt", k."pausedUntil", k."retiresAt", k."revokedAt",
      coalesce(u."thisHour", 0) as "thisHour", coalesce(u."hourBefore", 0) as "hourBefore"
    from "ApiKey" k
      join "Workspace" w on w."id" = k."workspaceId"
      join "ApiKeyRecentRequests" r on r."apiKeyId" = k."id"
      left join lateral (
        select
          sum("refused") filter (where "hour" > statement_timestamp() - interval '1 hour')::int as "thisHour",
          sum("refused") filter (where "hour" <= statement_timestamp() - interval '1 hour')::int as "hourBefore"
        from "ApiKeyUsage"
        where "apiKeyId" = k."id" and "hour" > statement_timestamp() - interval '2 hours'
      ) u on true
    where w."id" = ${workspaceId}::uuid and w."ownerId" = ${userId}::uuid
      and k."lastRefusedAt" > statement_timestamp() - interval '1 hour' and ${Prisma.raw(OPENS)} is not true
    order by k."lastRefusedAt" desc, k."id"`;
  return rows.flatMap(({ id, name, hint, ...usage }) => {
    const refused = usage.lines.map(fromLine).filter(({ outcome }) => outcome === 'refused');
    const [last] = refused;
    if (!last) return [];
    return {
      id,
      name,
      hint,
      state: stateOf(usage, usage.now),
      requests: requestsOf(usage, refused),
      lastAddress: last.address,
      lastAt: last.at,
    };
  });
}

/**
 * Exact while the last requests that are kept go back an hour. Otherwise the hour before this one
 * counts by the share of it that lies within the last sixty minutes.
 */
function requestsOf(
  { now, thisHour, hourBefore }: Pick<Row, 'now' | 'thisHour' | 'hourBefore'>,
  refused: { at: Date }[],
): number {
  const known = refused.filter(({ at }) => at.getTime() > now.getTime() - HOUR_MS).length;
  if (known < RECENT_REQUESTS) return known;
  const past = (now.getTime() % HOUR_MS) / HOUR_MS;
  return Math.max(known, thisHour + Math.round(hourBefore * (1 - past)));
}
