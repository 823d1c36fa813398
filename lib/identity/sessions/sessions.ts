import { recordAccountAct } from '@/lib/audit/record-act';
import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import type { Device } from '@/lib/request/device';
import type { Prisma } from '@/prisma/generated/client';
import type { LiveSession } from './find-session';
import { hashSessionId, newSessionId } from './session-id';
import { ABSOLUTE_TIMEOUT_MS, liveAt } from './timeouts';

const UNKNOWN_DEVICE = { address: '', userAgent: '' };
const USER_AGENT_MAX_CHARACTERS = 400;
/** Far more than anybody has browsers; the page of the sessions shows them all. */
const SESSIONS_MAX = 50;

/**
 * Begins a session. Only the SHA-256 of its id is stored (ASVS 7.2.3). Of more than fifty, those
 * that were not used for longest end.
 * @returns the session id, for the cookie
 */
export async function startSession(
  userId: string,
  { address, userAgent }: Device = UNKNOWN_DEVICE,
  { now = databaseDate() }: { now?: Date } = {},
): Promise<string> {
  const sessionId = newSessionId();
  return inTransaction(async (tx) => {
    await tx.session.create({
      data: {
        idHash: hashSessionId(sessionId),
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + ABSOLUTE_TIMEOUT_MS),
        address,
        userAgent: userAgent.slice(0, USER_AGENT_MAX_CHARACTERS),
      },
      select: { id: true },
    });
    const surplus = await tx.session.findMany({
      where: { userId },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      skip: SESSIONS_MAX,
      select: { id: true },
    });
    if (surplus.length > 0) {
      await tx.session.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
    }
    await recordAccountAct(tx, { userId }, 'session.started', userId, {});
    return sessionId;
  });
}

export type SessionSummary = Device & {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** The live sessions of the signed-in person: this one first, then the most recently used. */
export async function listSessions(
  current: LiveSession,
  now = databaseDate(),
): Promise<SessionSummary[]> {
  const rows = await db.session.findMany({
    where: { userId: current.user.id, ...liveAt(now) },
    orderBy: { lastSeenAt: 'desc' },
    take: SESSIONS_MAX,
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
  });
  return rows
    .map((row) => ({ ...row, isCurrent: row.id === current.id }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/**
 * Gives a session a new id after its person has proved again who they are (ASVS 7.2.4), so that a
 * copy of the old cookie is useless. A session that has ended meanwhile is not revived.
 * @returns the new session id, for the cookie
 */
export async function renewSession(
  tx: Prisma.TransactionClient,
  { id }: Pick<LiveSession, 'id'>,
): Promise<string> {
  const sessionId = newSessionId();
  await tx.session.updateMany({ where: { id }, data: { idHash: hashSessionId(sessionId) } });
  return sessionId;
}

/** Deletes the sessions that have reached their maximum age. */
export async function sweepSessions(now = databaseDate()): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
}

/** Ends a session, so that a copy of its cookie is useless (ASVS 7.4.1). */
export const endSession = ({ id }: Pick<LiveSession, 'id'>) => end({ id });

/** @param sessionId from the cookie */
export const endSessionById = (sessionId: string) => end({ idHash: hashSessionId(sessionId) });

async function end(
  which: { id: string } | { idHash: ReturnType<typeof hashSessionId> },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: which, select: { userId: true } });
    const { count } = await tx.session.deleteMany({ where: which });
    if (!session || count === 0) return;
    const { userId } = session;
    await recordAccountAct(tx, { userId }, 'session.ended', userId, {});
  });
}
