'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { requireCode } from '@/app/(site)/_mailed-link/code';
import { attempt } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { isolated } from '@/lib/i18n/isolated';
import { confirmTeamAddress } from '@/lib/workspaces/team-address/confirm-team-address';

/**
 * Confirms the address of a team: whoever has the link reads its mail.
 * @param shownLink names the link that the page showed
 */
export async function confirmAddress(shownLink: unknown, _: FormState): Promise<FormState> {
  return attempt({}, async () => {
    const { email, workspace } = await confirmTeamAddress(await requireCode({ shownLink }));
    revalidatePath('/team-address');
    const t = await getTranslations('teamAddress');
    return { ok: true, message: t('done', isolated({ email, workspace })) };
  });
}
