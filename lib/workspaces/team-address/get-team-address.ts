import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import type { Locale } from '@/lib/i18n/locale';

export type TeamAddress = {
  email: string;
  language: Locale;
  /** `waiting` for somebody to follow the link, which works until it is `expired` */
  state: 'confirmed' | 'waiting' | 'expired';
};

/**
 * Where mails about the keys of the actor's workspace go besides its Owner.
 * @throws AppError `owner_required`
 */
export async function getTeamAddress(actor: Actor): Promise<TeamAddress | null> {
  assertOwner(actor);
  const found = await db.teamAddress.findFirst({
    where: { workspaceId: actor.workspaceId, workspace: { ownerId: actor.userId } },
    select: { email: true, language: true, confirmedAt: true, expiresAt: true },
  });
  if (!found) return null;
  const { email, language, confirmedAt, expiresAt } = found;
  const waiting = expiresAt > databaseDate() ? 'waiting' : 'expired';
  return { email, language, state: confirmedAt ? 'confirmed' : waiting };
}
