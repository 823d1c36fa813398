import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import type { Locale } from '@/lib/i18n/locale';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/prisma/generated/enums';
import { hashSessionId } from './session-id';
import { liveAt, TOUCH_EVERY_MS } from './timeouts';

/** A workspace that a person belongs to, and their role in it. */
export type Membership = {
  id: string;
  name: string;
  planName: string;
  ownerName: string;
  createdAt: Date;
  role: Role;
  isOwner: boolean;
};

/** A live session: the person, and which of their workspaces they have chosen. */
export type LiveSession = {
  id: string;
  user: {
    id: string;
    name: string;
    email: string;
    language: Locale;
    /** see the columns of `User` */
    timeZone: string | null;
    browserZone: string | null;
  };
  workspaces: Membership[];
  /** the chosen workspace, or null for someone who belongs to none */
  workspace: Membership | null;
  /** the name of the workspace that somebody removed the person from, until they choose one */
  removedFrom: string | null;
};

const columns = {
  id: true,
  workspaceId: true,
  removedFrom: true,
  lastSeenAt: true,
  user: {
    select: {
      id: true,
      name: true,
      email: true,
      language: true,
      timeZone: true,
      browserZone: true,
      memberships: {
        orderBy: { createdAt: 'asc' },
        select: {
          role: true,
          workspace: {
            select: {
              id: true,
              name: true,
              createdAt: true,
              ownerId: true,
              owner: { select: { name: true } },
              plan: { select: { name: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.SessionSelect;

/**
 * Finds a session, with everything that a page needs about the person, in one query.
 * @param sessionId from the cookie
 * @returns the session, or null if it has ended or timed out
 */
export async function findSession(
  sessionId: string,
  now = databaseDate(),
): Promise<LiveSession | null> {
  const row = await db.session.findFirst({
    where: { idHash: hashSessionId(sessionId), ...liveAt(now) },
    select: columns,
  });
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await db.session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } });
  }

  const { memberships, ...user } = row.user;
  const workspaces = memberships
    .map(({ role, workspace: { id, name, createdAt, ownerId, owner, plan } }) => ({
      id,
      name,
      planName: plan.name,
      ownerName: owner.name,
      createdAt,
      role,
      isOwner: ownerId === user.id,
    }))
    // Owned workspaces come first: the first one is chosen by default.
    .sort((a, b) => Number(b.isOwner) - Number(a.isOwner));
  const chosen = workspaces.find(({ id }) => id === row.workspaceId);
  const workspace = chosen ?? workspaces[0] ?? null;
  return { id: row.id, user, workspaces, workspace, removedFrom: row.removedFrom };
}
