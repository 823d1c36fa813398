'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { keyRefusals } from '@/app/(workspace)/api-keys/_parts/refusals';
import { attempt } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { confirmNewPlace } from '@/lib/api-keys/change/confirm-new-place';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** That is us: the page of the key no longer asks. */
export async function confirmPlace(
  shownWorkspaceId: unknown,
  id: unknown,
  _: FormState,
): Promise<FormState> {
  return attempt(
    {},
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const { name } = await confirmNewPlace(actor, id);
      revalidatePath('/api-keys', 'layout');
      const t = await getTranslations('apiKeys.newPlace');
      return { ok: true, message: t('done', isolated({ name })), next: `/api-keys/${id}` };
    },
    await keyRefusals(),
  );
}
