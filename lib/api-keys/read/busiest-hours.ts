import { type Actor, assertOwner } from '@/lib/actor';
import { periodAt } from '@/lib/api-keys/usage/period';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';

/**
 * How many requests each key of the actor's workspace made in its busiest hour of the last 24, as far as
 * that is written. Those over a limit, and those after its end, are not counted.
 * @returns one number for each key that was used, the largest first
 * @throws AppError `owner_required`
 */
export async function busiestHours(actor: Actor): Promise<number[]> {
  assertOwner(actor);
  const { from } = periodAt(await databaseNow(), 'day');
  const rows = await db.$queryRaw<{ busiest: number }[]>`
    select max(h."requests") as "busiest" from (
      select u."apiKeyId", sum(u."succeeded" + u."failed" + u."errored")::float8 as "requests"
      from "ApiKeyUsage" u
        join "ApiKey" k on k."id" = u."apiKeyId"
        join "Workspace" w on w."id" = k."workspaceId"
      where w."id" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid
        and u."hour" >= ${from}
      group by u."apiKeyId", u."hour"
    ) h
    group by h."apiKeyId" order by 1 desc`;
  return rows.map(({ busiest }) => busiest);
}
