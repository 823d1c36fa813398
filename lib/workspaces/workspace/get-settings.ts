import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';

/**
 * What the Owner of the actor's workspace has set: its time zone, how many days a key may live, and
 * whether keys are told of that are used from somewhere new.
 */
export async function getSettings({ workspaceId }: Member) {
  return db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true, maxKeyDays: true, newPlaceMails: true },
  });
}
