import { db } from '@/lib/database/client';
import { databaseTime } from '@/lib/database/clock';
import { AFTER_USE_MS } from './rotation';

/**
 * A key, and when it was used, by the database's clock.
 */
export type Use = { apiKeyId: string; at: number };

/**
 * Of old keys that retire an hour after the first request with the new one: sets when that is, once
 * there was such a request. Only the first call for a key counts, so it may be repeated, on any
 * instance.
 */
export async function retireAfterUse(uses: Use[]): Promise<void> {
  if (uses.length === 0) return;
  const now = databaseTime();
  await db.$executeRaw`
    with first as (
      select old."id", used."age" from (
        select "apiKeyId", max("age") as "age" from unnest(
          ${uses.map(({ apiKeyId }) => apiKeyId)}::uuid[],
          ${uses.map(({ at }) => Math.max(0, now - at))}::float8[]
        ) as u ("apiKeyId", "age") group by "apiKeyId"
      ) used
      join "ApiKey" new on new."id" = used."apiKeyId" and new."revokedAt" is null
      join "ApiKey" old on old."id" = new."replacesId" and old."retiresAfterUse"
      order by old."id" for no key update of old
    )
    update "ApiKey" old set
      "retiresAfterUse" = false,
      "retiresAt" = least(old."retiresAt",
        statement_timestamp() + make_interval(secs => (${AFTER_USE_MS}::float8 - first."age") / 1000))
    from first where old."id" = first."id" and old."retiresAfterUse"`;
}
