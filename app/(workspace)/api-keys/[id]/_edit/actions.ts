'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { fromForm } from '@/app/(workspace)/api-keys/_fields/from-form';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { type UpdateField, updateApiKeyInput } from '@/lib/api-keys/model/schema';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { parse, parseId } from '@/lib/validation';
import { questionBefore } from './ask-first';

const shownFields = z.partialRecord(updateApiKeyInput.keyof(), z.string());

/**
 * Saves what is different from what the form showed: the rest may be newer, from another tab. Where it
 * would have refused requests of the last day it asks first, and says which.
 */
export async function saveKey(
  shownWorkspaceId: unknown,
  id: unknown,
  shown: unknown,
  isProposed: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, ...updateApiKeyInput.keyof().options);
  const t = await getTranslations('apiKeys');
  return attempt(
    fields,
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const changes = changesIn(fields, parse(shownFields, shown));
      const question = await questionBefore(actor, id, changes);
      if (question && form.get('agreed') !== question.asks) {
        return { ok: false, errors: {}, values: fields, ...question };
      }
      const { name, isChanged } = await updateApiKey(actor, id, changes);
      revalidatePath(`/api-keys/${id}`, 'layout');
      return {
        ok: true,
        // Not with what was proposed in its address, which is saved now.
        ...(isProposed === true && { next: `/api-keys/${parseId(id)}` }),
        message: isChanged ? t('edit.done', isolated({ name })) : t('edit.nothing'),
      };
    },
    { not_found: () => t('refusals.ended') },
  );
}

/** What is said of the fields that no longer are as they were shown. */
function changesIn(fields: Record<UpdateField, string>, shown: Partial<typeof fields>) {
  // Forms send each line break as two characters.
  const typed = (name: UpdateField) => fields[name].replaceAll('\r\n', '\n');
  const isChanged = (name: string) => typed(name as UpdateField) !== shown[name as UpdateField];
  const said = Object.entries(fromForm(fields));
  return Object.fromEntries(said.filter(([name]) => isChanged(name)));
}
