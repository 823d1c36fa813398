import type { Prisma } from '@/prisma/generated/client';

/**
 * The keys that a key was rotated from or to, however often, and the key itself: to a client they are one
 * key, whose retries may cross a rotation (docs/rules.md, rule 6, holds: all are of one workspace).
 * @returns their ids, the oldest first, which is the same for each of them
 */
export async function rotationChain(
  tx: Prisma.TransactionClient,
  apiKeyId: string,
): Promise<[string, ...string[]]> {
  const rows = await tx.$queryRaw<[{ id: string }, ...{ id: string }[]]>`
    with recursive chain as (
      select "id", "replacesId" from "ApiKey" where "id" = ${apiKeyId}::uuid
      union
      select next.* from chain c cross join lateral (
        select k."id", k."replacesId" from "ApiKey" k where k."id" = c."replacesId"
        union all
        select k."id", k."replacesId" from "ApiKey" k where k."replacesId" = c."id"
      ) next
    )
    select "id" from chain order by "id"`;
  const [oldest, ...others] = rows;
  return [oldest.id, ...others.map(({ id }) => id)];
}
