import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate, databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { accountLanguage, emailAddress } from '@/lib/identity/schema';
import { mayMail } from '@/lib/limits/mail-limits';
import { queueMail } from '@/lib/mail/queue-mail';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';

const VALID_MS = 7 * 86_400_000;
const WAIT_SECONDS = 3_600;

const input = z.strictObject({ email: emailAddress, language: accountLanguage });

/**
 * Says where mails about the keys of the actor's workspace go besides its Owner: once somebody who reads
 * that address has confirmed it by a mailed link, which works for seven days. It takes the place of an
 * earlier address, and setting the same one again sends a new link, unless it is confirmed.
 * @param given `{ email, language }`, in which those mails are written
 * @param clientAddress for the limit
 * @returns the address, and whether it is confirmed already
 * @throws AppError `owner_required`, `validation_failed` or `rate_limited`
 */
export async function setTeamAddress(
  actor: Actor,
  given: unknown,
  clientAddress: string,
): Promise<{ email: string; isConfirmed: boolean }> {
  assertOwner(actor);
  const { email, language } = parse(input, given);
  const { workspaceId, userId } = actor;
  if (!(await mayMail('team', email, clientAddress, [userId, workspaceId]))) {
    throw new AppError('rate_limited', { retryAfter: WAIT_SECONDS });
  }
  return inTransaction(async (tx) => {
    const { name: workspace } = await lockOwnWorkspace(tx, actor);
    const before = await tx.teamAddress.findUnique({
      where: { workspaceId },
      select: { email: true, confirmedAt: true },
    });
    if (before?.email === email && before.confirmedAt) {
      await tx.teamAddress.update({
        where: { workspaceId },
        data: { language },
        select: { id: true },
      });
      return { email, isConfirmed: true };
    }
    const terms = {
      email,
      language,
      confirmedAt: null,
      tokenHash: null,
      earlierTokenHashes: [],
      createdAt: databaseDate(),
      expiresAt: new Date(databaseTime() + VALID_MS),
    };
    const { id } = await tx.teamAddress.upsert({
      where: { workspaceId },
      create: { workspaceId, ...terms },
      update: terms,
      select: { id: true },
    });
    await recordAct(tx, actor, 'team_address.set', id, { email });
    const link = { opens: 'teamAddress', id, endsAt: terms.expiresAt.toISOString() } as const;
    const mail = { to: email, locale: language, values: { workspace }, path: '/team-address' };
    await queueMail('teamAddress', mail, { link, triedForMs: VALID_MS });
    return { email, isConfirmed: false };
  });
}
