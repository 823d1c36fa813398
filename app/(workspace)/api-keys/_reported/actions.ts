'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { dismissLeakReports } from '@/lib/api-keys/reported/leak-reports';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** Puts reports of leaked keys away. What was done to the keys stays as it is. */
export async function dismissReports(shownWorkspaceId: unknown, ids: unknown): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    await dismissLeakReports(actor, ids);
    revalidatePath('/api-keys', 'layout');
    const t = await getTranslations('apiKeys.reported');
    return { ok: true, message: t('dismissed') };
  });
}
