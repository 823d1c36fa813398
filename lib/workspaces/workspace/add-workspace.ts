import { recordAct } from '@/lib/audit/record-act';
import { FIRST_PLAN } from '@/lib/plans/plan';
import type { Prisma } from '@/prisma/generated/client';

/** Adds a workspace on the first plan, with its Owner as a member. */
export async function addWorkspace(
  tx: Prisma.TransactionClient,
  ownerId: string,
  name: string,
): Promise<{ id: string }> {
  const { id } = await tx.workspace.create({
    data: {
      name,
      plan: { connect: { slug: FIRST_PLAN } },
      owner: { connect: { id: ownerId } },
      memberships: { create: { userId: ownerId, role: 'ADMIN' } },
    },
    select: { id: true },
  });
  const source = { workspaceId: id, userId: ownerId };
  await recordAct(tx, source, 'workspace.created', id, { name });
  return { id };
}
