'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/dialogs/confirm-question';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { changePlan } from '@/lib/workspaces/workspace/change-plan';

/** Moves the workspace that the page shows to another plan. */
export async function switchPlan(shownWorkspaceId: unknown, slug: unknown): Promise<Outcome> {
  const t = await getTranslations('plans');
  return outcomeOf(
    async () => {
      const { actor, workspace } = await requireOwner({ shownWorkspaceId });
      const plan = await changePlan(actor, slug);
      revalidatePath('/', 'layout');
      return t('change.done', isolated({ workspace: workspace.name, plan }));
    },
    { not_found: () => t('refusals.not_found') },
  );
}
