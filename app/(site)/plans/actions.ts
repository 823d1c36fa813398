'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { assertChosen, requireMember, requireOwner } from '@/lib/auth/guards';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';
import { changePlan } from '@/lib/plans/change-plan';

export type SwitchResult = { ok: true } | { ok: false; message: string };

/**
 * Moves the chosen workspace to another plan.
 * @param shown id of the workspace that the page is about: another tab may have switched to another
 *   one since. It is compared, and grants nothing.
 */
export async function switchPlan(slug: unknown, shown: unknown): Promise<SwitchResult> {
  try {
    // Before the question whether they own it: it may be another one that they do not.
    assertChosen(await requireMember(), shown);
    const { actor } = await requireOwner();
    await changePlan(actor, slug);
    revalidatePath('/', 'layout');
    return { ok: true };
  } catch (error) {
    return explain(error);
  }
}

/** @throws what is neither a refusal nor an outage: the guard's redirect or 403, or a bug */
async function explain(error: unknown): Promise<SwitchResult> {
  const t = await getTranslations('plans.errors');
  const refuse = (message: string): SwitchResult => ({ ok: false, message });
  if (isOutage(error) || AppError.is(error, 'unavailable')) return refuse(t('unavailable'));
  if (AppError.is(error, 'not_found')) return refuse(t('notOnSale'));
  if (AppError.is(error, 'other_workspace')) return refuse(t('otherWorkspace', error.details));
  if (AppError.is(error, 'owner_required')) return refuse(t('ownerRequired'));
  throw error;
}
