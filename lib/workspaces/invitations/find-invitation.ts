import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import { linkOf } from '@/lib/identity/links/link-codes';
import type { Role } from '@/prisma/generated/enums';

/** What someone with the link may know before they answer. */
export type Invitation = {
  id: string;
  workspace: { id: string; name: string };
  invitedBy: string | null;
  email: string;
  role: Role;
  /** whether the invited address has an account */
  hasAccount: boolean;
};

/**
 * @param token from the mailed link
 * @returns the invitation, or null if the link is unknown, used up, taken back or too old
 */
export async function findInvitation(
  token: string,
  now = databaseDate(),
): Promise<Invitation | null> {
  const invitation = await db.invitation.findFirst({
    where: linkOf(token, now),
    select: {
      id: true,
      email: true,
      role: true,
      workspace: { select: { id: true, name: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!invitation) return null;
  const { email, invitedBy } = invitation;
  const account = await db.user.findUnique({ where: { email }, select: { id: true } });
  return { ...invitation, invitedBy: invitedBy?.name ?? null, hasAccount: account !== null };
}
