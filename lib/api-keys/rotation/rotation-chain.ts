import type { Prisma } from '@/prisma/generated/client';

/**
 * The keys that a key was rotated from or to, however often, and the key itself: to a client they are one
 * key, whose retries may cross a rotation. All are of its workspace (docs/rules.md, rule 6).
 * @returns their ids, the oldest first, which is the same for each of them
 */
export async function rotationChain(
  tx: Prisma.TransactionClient,
  apiKeyId: string,
): Promise<[string, ...string[]]> {
  const rows = await tx.$queryRaw<[{ id: string }, ...{ id: string }[]]>`
    with recursive chain as (
      select "id", "replacesId", "workspaceId" from "ApiKey" where "id" = ${apiKeyId}::uuid
      union
      select next.* from chain c cross join lateral (
        select k."id", k."replacesId", k."workspaceId" from "ApiKey" k
          where k."id" = c."replacesId" and k."workspaceId" = c."workspaceId"
        union all
        select k."id", k."replacesId", k."workspaceId" from "ApiKey" k
          where k."replacesId" = c."id" and k."workspaceId" = c."workspaceId"
      ) next
    )
    select "id" from chain order by "id"`;
  const [oldest, ...others] = rows;
  return [oldest.id, ...others.map(({ id }) => id)];
}
