import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';

/** What the Owner of the actor's workspace has set: its time zone, and how many days a key may live. */
export async function getSettings({ workspaceId }: Member) {
  return db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true, maxKeyDays: true },
  });
}
