import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/database/client';
import type { Locale } from '@/lib/i18n/locale';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/prisma/generated/enums';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** ASVS 7.3: a session ends 30 days after sign-in, or after 7 days without a request. */
export const ABSOLUTE_TIMEOUT_MS = 30 * DAY_MS;
const IDLE_TIMEOUT_MS = 7 * DAY_MS;
const TOUCH_EVERY_MS = 5 * MINUTE_MS;

export type MemberOf = {
  id: string;
  name: string;
  planName: string;
  ownerName: string;
  role: Role;
  isOwner: boolean;
};

/** A live session: who, and in which of their workspaces. */
export type LiveSession = {
  id: string;
  user: { id: string; name: string; email: string; language: Locale };
  workspaces: MemberOf[];
  /** the chosen workspace, or null for someone who belongs to none */
  workspace: MemberOf | null;
};

/** Where someone signs in from, for them to recognize in the list of their sessions. */
export type Origin = { address: string; userAgent: string };

const UNKNOWN_ORIGIN = { address: '', userAgent: '' };
const USER_AGENT_MAX_CHARACTERS = 400;

/**
 * Begins a session. Only the SHA-256 of its id is stored (ASVS 7.2.3).
 * @param options.tx the transaction in which someone has shown who they are
 * @returns the session id, for the cookie
 */
export async function startSession(
  userId: string,
  { address, userAgent }: Origin = UNKNOWN_ORIGIN,
  { now = new Date(), tx = db }: { now?: Date; tx?: Prisma.TransactionClient } = {},
): Promise<string> {
  const sessionId = newSessionId();
  await tx.session.create({
    data: {
      idHash: sha256(sessionId),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_TIMEOUT_MS),
      address,
      userAgent: userAgent.slice(0, USER_AGENT_MAX_CHARACTERS),
    },
    select: { id: true },
  });
  return sessionId;
}

export type SessionSummary = Origin & {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** The live sessions of whoever is signed in: this one first, then the latest used. */
export async function listSessions(
  current: LiveSession,
  now = new Date(),
): Promise<SessionSummary[]> {
  const rows = await db.session.findMany({
    where: { userId: current.user.id, ...liveAt(now) },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
  });
  return rows
    .map((row) => ({ ...row, isCurrent: row.id === current.id }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/** Ends all sessions of a person but the one they ask from (ASVS 7.4.5). */
export async function endOtherSessions({ id, user }: LiveSession): Promise<void> {
  await db.session.deleteMany({ where: { userId: user.id, id: { not: id } } });
}

/**
 * Gives a session another id, when its person has shown again who they are (ASVS 7.2.4): a copy of
 * its cookie is dead. One that has ended meanwhile stays dead.
 * @returns the new session id, for the cookie
 */
export async function renewSession(
  tx: Prisma.TransactionClient,
  { id }: Pick<LiveSession, 'id'>,
): Promise<string> {
  const sessionId = newSessionId();
  await tx.session.updateMany({ where: { id }, data: { idHash: sha256(sessionId) } });
  return sessionId;
}

/** Removes the rows of sessions that are over by their age. */
export async function sweepSessions(now = new Date()): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
}

/** Ends a session: a copy of its cookie opens nothing from now on (ASVS 7.4.1). */
export async function endSession({ id }: Pick<LiveSession, 'id'>): Promise<void> {
  await db.session.deleteMany({ where: { id } });
}

/** @param sessionId from the cookie */
export async function endSessionById(sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { idHash: sha256(sessionId) } });
}

/**
 * @param sessionId from the cookie
 * @returns the session, or null if it has ended or timed out
 */
export async function findSession(
  sessionId: string,
  now = new Date(),
): Promise<LiveSession | null> {
  const row = await db.session.findFirst({
    where: { idHash: sha256(sessionId), ...liveAt(now) },
    select: {
      id: true,
      workspaceId: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          language: true,
          memberships: {
            orderBy: { createdAt: 'asc' },
            select: {
              role: true,
              workspace: {
                select: {
                  id: true,
                  name: true,
                  ownerId: true,
                  owner: { select: { name: true } },
                  plan: { select: { name: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await db.session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } });
  }

  const { memberships, ...user } = row.user;
  const workspaces = memberships
    .map(({ role, workspace: { id, name, ownerId, owner, plan } }) => ({
      id,
      name,
      planName: plan.name,
      ownerName: owner.name,
      role,
      isOwner: ownerId === user.id,
    }))
    // What someone owns comes first, and is where they land.
    .sort((a, b) => Number(b.isOwner) - Number(a.isOwner));
  const chosen = workspaces.find(({ id }) => id === row.workspaceId);
  return { id: row.id, user, workspaces, workspace: chosen ?? workspaces[0] ?? null };
}

/**
 * Chooses the workspace of a session.
 * @returns false, with nothing changed, if the person is no member of it
 */
export async function chooseWorkspace(
  { id, user }: { id: string; user: { id: string } },
  chosen: unknown,
): Promise<boolean> {
  const { data: workspaceId } = z.uuid().safeParse(chosen);
  if (!workspaceId) return false;
  const membership = await db.membership.findFirst({
    where: { workspaceId, userId: user.id },
    select: { userId: true },
  });
  if (!membership) return false;
  await db.session.updateMany({ where: { id, userId: user.id }, data: { workspaceId } });
  return true;
}

const liveAt = (now: Date) => ({
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - IDLE_TIMEOUT_MS) },
});

/** 256 random bits (ASVS 7.2.3). */
const newSessionId = () => randomBytes(32).toString('base64url');

function sha256(text: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(text).digest();
}
