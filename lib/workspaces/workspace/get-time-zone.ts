import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';

/** The time zone of the actor's workspace, by its name in the tz database. */
export async function getTimeZone({ workspaceId }: Member): Promise<string> {
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  return timeZone;
}
