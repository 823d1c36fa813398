import type { Prisma } from '@/prisma/generated/client';
import { type KeyUsage, recentOf } from './key-usage';
import { RECENT_REQUESTS, toLine } from './recent';

/**
 * Adds the last requests with keys that the transaction holds to those that other instances wrote,
 * newest first. Mostly all of them are newer than those, and nothing has to be sorted.
 */
export async function writeRecent(tx: Prisma.TransactionClient, uses: KeyUsage[]): Promise<void> {
  const rows = uses.map((usage) => {
    const recent = recentOf(usage);
    const { apiKeyId } = usage;
    return { apiKeyId, lines: recent.map(toLine), since: recent.at(-1)?.at ?? 0 };
  });
  await tx.$executeRaw`
    insert into "ApiKeyRecentRequests" as stored ("apiKeyId", "lines", "since")
    select u."apiKeyId", string_to_array(u."lines", chr(10)), u."since" from unnest(
      ${rows.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${rows.map(({ lines }) => lines.join('\n'))}::text[],
      ${rows.map(({ since }) => new Date(since))}::timestamptz[]
    ) as u ("apiKeyId", "lines", "since") join "ApiKey" k on k."id" = u."apiKeyId"
    on conflict ("apiKeyId") do update set
      "since" = least(stored."since", excluded."since"),
      "lines" = case
        when excluded."lines"[cardinality(excluded."lines")] >= stored."lines"[1] collate "C"
        then (excluded."lines" || stored."lines")[1:${RECENT_REQUESTS}::int]
        else array(
          select line from unnest(excluded."lines" || stored."lines") as line
          order by line collate "C" desc limit ${RECENT_REQUESTS}::int
        ) end`;
}
