import { type Actor, assertOwner } from '@/lib/actor';
import { chosenIds } from '@/lib/api-keys/change/chosen';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { db } from '@/lib/database/client';
import { databaseDate, databaseTime } from '@/lib/database/clock';
import { parse } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';

/** How long a report is kept beside its key. */
const KEPT_MS = 30 * 86_400_000;
/** More are not told of on the page of all keys. */
const MOST = 5;

const REPORT = { reportedAt: true, sourceUrl: true, byGithub: true, response: true } as const;

export type LeakReportShown = Prisma.LeakReportGetPayload<{ select: typeof REPORT }>;

/** Reports that the Owner has not put away. */
const shown = () => ({
  dismissedAt: null,
  reportedAt: { gt: new Date(databaseTime() - KEPT_MS) },
});

/**
 * The newest reports of leaked keys in the actor's workspace that its Owner has not put away, with the
 * keys.
 * @returns `reports`, a few at most, and how many `more` there are
 * @throws AppError `owner_required`
 */
export async function listLeakReports(actor: Actor) {
  assertOwner(actor);
  const where = { workspaceId: actor.workspaceId, ...shown() };
  const found = await db.leakReport.findMany({
    where,
    orderBy: [{ reportedAt: 'desc' }, { apiKeyId: 'asc' }],
    take: MOST + 1,
    select: { ...REPORT, apiKey: { select: { id: true, name: true, hint: true } } },
  });
  const more = found.length > MOST ? (await db.leakReport.count({ where })) - MOST : 0;
  return { reports: found.slice(0, MOST), more };
}

/**
 * The report of a key that its Owner has not put away, or null.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked
 */
export async function leakReportOf({ id, workspaceId }: ApiKey) {
  return db.leakReport.findFirst({
    where: { apiKeyId: id, workspaceId, ...shown() },
    select: REPORT,
  });
}

/**
 * Puts the reports of some keys away. One that comes later shows again.
 * @param ids of the keys, as the page showed them
 * @throws AppError `owner_required`, or `validation_failed` for what are no ids
 */
export async function dismissLeakReports(actor: Actor, ids: unknown): Promise<void> {
  assertOwner(actor);
  const { workspaceId, userId: ownerId } = actor;
  await db.leakReport.updateMany({
    where: {
      workspace: { is: { id: workspaceId, ownerId } },
      apiKeyId: { in: parse(chosenIds, ids) },
      dismissedAt: null,
    },
    data: { dismissedAt: databaseDate() },
  });
}

/** Removes reports that are shown no more. The audit event stays. */
export async function removeLeakReports(now = databaseTime()): Promise<void> {
  await db.leakReport.deleteMany({ where: { reportedAt: { lt: new Date(now - KEPT_MS) } } });
}
