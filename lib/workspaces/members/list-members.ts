import { type Actor, assertMember } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import type { Role } from '@/prisma/generated/enums';

export type MemberSummary = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  isOwner: boolean;
  joinedAt: Date;
};

export type PendingInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  createdAt: Date;
  isExpired: boolean;
};

/**
 * The members of the actor's workspace, the Owner first, then by name; and its invitations.
 * @throws AppError `admin_required` for an API key
 */
export async function listMembers(
  actor: Actor,
  now = databaseDate(),
): Promise<{ members: MemberSummary[]; invitations: PendingInvitation[] }> {
  assertMember(actor);
  const { workspaceId } = actor;
  const [memberships, invitations] = await Promise.all([
    db.membership.findMany({
      where: { workspaceId },
      orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
      select: {
        role: true,
        createdAt: true,
        user: { select: { id: true, name: true, email: true } },
        workspace: { select: { ownerId: true } },
      },
    }),
    db.invitation.findMany({
      where: { workspaceId },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        email: true,
        role: true,
        createdAt: true,
        expiresAt: true,
        invitedBy: { select: { name: true } },
      },
    }),
  ]);
  const members = memberships.map(({ role, createdAt, user, workspace }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role,
    isOwner: user.id === workspace.ownerId,
    joinedAt: createdAt,
  }));
  return {
    members: members.sort((one, other) => Number(other.isOwner) - Number(one.isOwner)),
    invitations: invitations.map(({ expiresAt, invitedBy, ...invitation }) => ({
      ...invitation,
      invitedBy: invitedBy?.name ?? null,
      isExpired: expiresAt <= now,
    })),
  };
}
