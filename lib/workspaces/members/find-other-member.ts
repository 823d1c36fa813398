import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import type { Locked } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/prisma/generated/enums';

type OtherMember = { userId: string; role: Role; name: string; email: string };

/**
 * Finds a member of a workspace who is not its Owner.
 * @param workspace locked, so that this member cannot become Owner meanwhile
 * @throws AppError `not_found`
 */
export async function findOtherMember(
  tx: Prisma.TransactionClient,
  { id: workspaceId, ownerId }: Locked,
  id: unknown,
): Promise<OtherMember> {
  const userId = parseId(id);
  const membership = await tx.membership.findFirst({
    where: { workspaceId, userId },
    select: { role: true, user: { select: { name: true, email: true } } },
  });
  if (!membership || userId === ownerId) throw new AppError('not_found');
  const { user, role } = membership;
  return { userId, role, ...user };
}
