import { z } from 'zod';
import { db } from '@/lib/database/client';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { MUTABLE } from '@/lib/mail/mutable';
import { parse } from '@/lib/validation';

const input = z.strictObject({ wanted: z.array(z.enum(MUTABLE)) });

/**
 * Says which of the mails that a person can do without they want.
 * @param given `{ wanted }`, of lib/mail/mutable.ts
 * @throws AppError `validation_failed`
 */
export async function chooseMails({ user }: LiveSession, given: unknown): Promise<void> {
  const { wanted } = parse(input, given);
  const mutedMails = MUTABLE.filter((kind) => !wanted.includes(kind));
  await db.user.update({ where: { id: user.id }, data: { mutedMails }, select: { id: true } });
}

/** Which of those mails a person gets. */
export async function listWantedMails({ user }: LiveSession) {
  const { mutedMails } = await db.user.findUniqueOrThrow({
    where: { id: user.id },
    select: { mutedMails: true },
  });
  return MUTABLE.filter((kind) => !mutedMails.includes(kind));
}
