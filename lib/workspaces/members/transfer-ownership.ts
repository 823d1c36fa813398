import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { assertPassword } from '@/lib/identity/passwords/assert-password';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { findOtherMember } from './find-other-member';

const input = z.strictObject({ userId: z.unknown(), password: z.string() });

/**
 * Makes another member the Owner of the actor's workspace; the actor stays as an Admin. It holds
 * from the next request of both (docs/rules.md, rule 1), and both get a mail.
 * @param user the current Owner, whose password is checked
 * @param given `{ userId, password }`
 * @returns the new Owner's name
 * @throws AppError `owner_required`, `validation_failed` for a wrong password, `rate_limited` after
 *   too many, or `not_found` for anyone but another member
 */
export async function transferOwnership(
  actor: Actor,
  user: LiveSession['user'],
  given: unknown,
): Promise<string> {
  assertOwner(actor);
  const { userId, password } = parse(input, given);
  await assertPassword({ id: actor.userId, email: user.email }, password, 'password');
  const { workspaceId } = actor;
  return inTransaction(async (tx) => {
    const member = await findOtherMember(tx, await lockOwnWorkspace(tx, actor), userId);
    await tx.workspace.updateMany({
      where: { id: workspaceId, ownerId: actor.userId },
      data: { ownerId: member.userId },
    });
    const both = { workspaceId, userId: { in: [member.userId, actor.userId] } };
    await tx.membership.updateMany({ where: both, data: { role: 'ADMIN' } });
    const details = { from: user.name, to: member.name };
    await recordAct(tx, actor, 'workspace.ownership_transferred', member.userId, details);
    return member.name;
  });
}
