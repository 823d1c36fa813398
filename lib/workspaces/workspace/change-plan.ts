import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { onSale } from '@/lib/plans/plan';
import { lockOwnWorkspace } from './lock-workspace';

const planSlug = z.string().regex(/^[\w-]{1,100}$/);

/**
 * Moves the actor's workspace to a plan on sale. The plan's terms hold from the next request on;
 * existing keys always keep working (docs/rules.md, rule 3). Moving to the current plan changes
 * nothing and is not an error: two tabs may do it.
 *
 * Plans change only here, so a payment provider belongs here: see "Plans and payment" in
 * docs/operations.md.
 * @returns the plan's name
 * @throws AppError `owner_required`, or `not_found` for a slug without a plan on sale
 */
export async function changePlan(actor: Actor, slug: unknown): Promise<string> {
  assertOwner(actor);
  const { data: wanted } = planSlug.safeParse(slug);
  if (!wanted) throw new AppError('not_found');

  return inTransaction(async (tx) => {
    const { planId } = await lockOwnWorkspace(tx, actor);
    const to = await tx.plan.findFirst({
      where: { slug: wanted, ...onSale },
      select: { id: true, slug: true, name: true },
    });
    if (!to) throw new AppError('not_found');
    if (to.id === planId) return to.name;

    const from = await tx.plan.findUniqueOrThrow({
      where: { id: planId },
      select: { slug: true },
    });
    await tx.workspace.update({
      where: { id: actor.workspaceId, ownerId: actor.userId },
      data: { planId: to.id },
      select: { id: true },
    });
    const change = { from: from.slug, to: to.slug };
    await recordAct(tx, actor, 'plan.changed', actor.workspaceId, change);
    return to.name;
  });
}
