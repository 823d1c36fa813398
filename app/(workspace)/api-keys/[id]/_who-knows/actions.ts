'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** Who has the key: see {@link nameHolder}. */
export async function saveHolder(
  shownWorkspaceId: unknown,
  id: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'holder', 'name');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const name = await nameHolder(actor, id, fields);
    revalidatePath(`/api-keys/${id}`, 'layout');
    const t = await getTranslations('apiKeys.known');
    return { ok: true, message: name === null ? t('cleared') : t('saved', isolated({ name })) };
  });
}
