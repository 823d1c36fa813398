import { LIVE, liveAt } from '@/lib/api-keys/model/state';
import { recordAct } from '@/lib/audit/record-act';
import { sql } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import type { Job } from '@/lib/jobs/kinds';
import { lockWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';
import type { LeakResponse } from '@/prisma/generated/enums';
import type { LeakReportJob } from './report-leaked';

/** Keys of one workspace that are ended together: so many keep nobody waiting who manages others. */
const TOGETHER = 50;

/** A live key of a report, and where that was found. */
type Live = { id: string; workspaceId: string; source: string | null };
/** Live keys of one workspace, and where each was found. */
type Group = { workspaceId: string; sources: Map<string, string | null> };
type Ended = { id: string; name: string; hint: string };

/** What was done to whom, as audit events and mails have it. */
const DONE = { REVOKE: 'revoked', PAUSE: 'paused' } as const;

/**
 * Ends the live keys of a report, as their workspaces have chosen, and tells their Owners. Done again, it
 * finds nothing left to do. Where some cannot be ended, the others are, and the job is tried again.
 * @throws what the first of them failed with
 */
export async function endReported({ payload, createdAt }: Job<'leak_report'>): Promise<undefined> {
  const failures: unknown[] = [];
  for (const group of groupsOf(await findLive(payload))) {
    await inTransaction((tx) => endTogether(tx, group, payload, createdAt)).catch((error) =>
      failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
}

/** `limit 1` has each hash looked up by the index, as in verify.ts. */
async function findLive({ found }: LeakReportJob): Promise<Live[]> {
  const sources = new Map(
    found.flatMap(({ source, hashes }) => hashes.map((one) => [one, source])),
  );
  const hashes = [...sources.keys()];
  const rows = await sql<Omit<Live, 'source'> & { place: number }>({
    name: 'find-reported-keys',
    text: `
      select h.place::int as "place", k."id", k."workspaceId"
      from unnest($1::text[]) with ordinality as h (hash, place)
        cross join lateral (
          select * from "ApiKey" k where k."hash" = decode(h.hash, 'hex') limit 1
        ) k
      where ${LIVE}`,
    values: [hashes],
  });
  return rows.map(({ place, ...key }) => ({
    ...key,
    source: sources.get(String(hashes[place - 1])) ?? null,
  }));
}

function groupsOf(live: readonly Live[]): Group[] {
  const byWorkspace = new Map<string, Live[]>();
  for (const key of live) {
    byWorkspace.set(key.workspaceId, [...(byWorkspace.get(key.workspaceId) ?? []), key]);
  }
  return [...byWorkspace].flatMap(([workspaceId, keys]) =>
    Array.from({ length: Math.ceil(keys.length / TOGETHER) }, (_, index) => {
      const some = keys.slice(index * TOGETHER, (index + 1) * TOGETHER);
      return { workspaceId, sources: new Map(some.map(({ id, source }) => [id, source])) };
    }),
  );
}

/** Once this is committed, no later request with any of the keys succeeds (docs/rules.md, rule 7). */
async function endTogether(
  tx: Prisma.TransactionClient,
  { workspaceId, sources }: Group,
  { address, byGithub }: LeakReportJob,
  reportedAt: Date,
): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const { whenReported: response } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { whenReported: true },
  });
  for (const { id, ...key } of await end(tx, workspaceId, [...sources.keys()], response)) {
    const source = sources.get(id) ?? null;
    const report = { reportedAt, sourceUrl: source, byGithub, response, dismissedAt: null };
    await tx.leakReport.upsert({
      where: { apiKeyId: id },
      create: { apiKeyId: id, workspaceId, ...report },
      update: report,
      select: { apiKeyId: true },
    });
    const facts = { ...key, done: DONE[response], source, address, byGithub };
    await recordAct(tx, { workspaceId, userId: null }, 'api_key.reported', id, facts);
  }
}

/** @returns those that this has changed, or, if they were paused already, of which nobody knew this */
async function end(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  ids: string[],
  response: LeakResponse,
): Promise<Ended[]> {
  // In the same order as write-usage.ts holds keys: in another, each could wait for the other.
  await tx.$queryRaw`
    select 1 from "ApiKey" k
    where k."workspaceId" = ${workspaceId}::uuid and k."id" = any(${ids}::uuid[])
    order by k."id" for no key update`;
  const now = await databaseNow(tx);
  const live = { workspaceId, id: { in: ids }, ...liveAt(now) };
  const select = { id: true, name: true, hint: true };
  if (response === 'REVOKE') {
    return tx.apiKey.updateManyAndReturn({ where: live, data: { revokedAt: now }, select });
  }
  const isTold = { pausedAt: { not: null }, pausedUntil: null, leakReport: { isNot: null } };
  const untold = { ...live, NOT: isTold };
  return tx.apiKey.updateManyAndReturn({
    where: untold,
    data: { pausedAt: now, pausedUntil: null },
    select,
  });
}
