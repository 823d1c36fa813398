import { recordAct } from '@/lib/audit/record-act';
import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { linkOf } from '@/lib/identity/links/link-codes';

/** What somebody with the link may know. */
export type OpenedTeamAddress = { email: string; workspace: string; isConfirmed: boolean };

/**
 * @param token from the mailed link
 * @returns null if the link is unknown, replaced or too old. One that was used says so until its end:
 *   several people read the mails of a team
 */
export async function findTeamAddress(token: string): Promise<OpenedTeamAddress | null> {
  const found = await db.teamAddress.findFirst({
    where: linkOf(token),
    select: { email: true, confirmedAt: true, workspace: { select: { name: true } } },
  });
  if (!found) return null;
  const { email, confirmedAt, workspace } = found;
  return { email, workspace: workspace.name, isConfirmed: confirmedAt !== null };
}

/**
 * Confirms the address of a team, by whoever reads its mail: the link proves that, and nobody signs in
 * for it. Confirming it twice is as good as once.
 * @throws AppError `link_not_valid`
 */
export async function confirmTeamAddress(token: string): Promise<OpenedTeamAddress> {
  await inTransaction(async (tx) => {
    const pending = { ...linkOf(token), confirmedAt: null };
    const data = { confirmedAt: databaseDate() };
    const [confirmed] = await tx.teamAddress.updateManyAndReturn({
      where: pending,
      data,
      select: { id: true, workspaceId: true, email: true },
    });
    if (!confirmed) return;
    const { id, workspaceId, email } = confirmed;
    await recordAct(tx, { workspaceId, userId: null }, 'team_address.confirmed', id, { email });
  });
  const found = await findTeamAddress(token);
  if (!found) throw new AppError('link_not_valid');
  return found;
}
