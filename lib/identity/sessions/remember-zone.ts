import { db } from '@/lib/database/client';
import type { LiveSession } from './find-session';

/**
 * Remembers the time zone of the browser that a person uses, for mails. It is written when it has changed.
 * @param zone that this request's browser has said, if it has
 */
export async function rememberZone({ user }: LiveSession, zone: string | null): Promise<void> {
  if (!zone || zone === user.browserZone) return;
  await db.user.updateMany({ where: { id: user.id }, data: { browserZone: zone } });
}
