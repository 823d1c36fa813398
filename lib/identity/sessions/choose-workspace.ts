import { z } from 'zod';
import { db } from '@/lib/database/client';
import type { LiveSession } from './find-session';

/**
 * Chooses the workspace of a session.
 * @param workspaceId from outside; nothing changes unless the person is a member of it
 */
export async function chooseWorkspace(
  { id, user }: Pick<LiveSession, 'id' | 'user'>,
  workspaceId: unknown,
): Promise<void> {
  const { data: chosen } = z.uuid().safeParse(workspaceId);
  if (!chosen) return;
  const membership = await db.membership.findFirst({
    where: { workspaceId: chosen, userId: user.id },
    select: { userId: true },
  });
  if (!membership) return;
  await db.session.updateMany({
    where: { id, userId: user.id },
    data: { workspaceId: chosen, removedFrom: null },
  });
}
