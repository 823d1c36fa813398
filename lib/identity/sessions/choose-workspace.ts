import { z } from 'zod';
import { db } from '@/lib/database/client';
import { log } from '@/lib/process/log';
import type { LiveSession } from './find-session';

/**
 * Chooses the workspace of a session.
 * @param workspaceId from outside; nothing changes unless the person is a member of it, and the log has
 *   who tries another one (ASVS 16.3.3)
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
  if (!membership) {
    const row = await db.workspace.findUnique({ where: { id: chosen }, select: { id: true } });
    if (row) log.warn({ userId: user.id, targetWorkspaceId: row.id }, 'workspace refused');
    return;
  }
  await db.session.updateMany({
    where: { id, userId: user.id },
    data: { workspaceId: chosen, removedFrom: null },
  });
}
