'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { DEFAULT_SCOPES, isReadOnly, SCOPES } from '@/lib/scopes';
import { NEVER, ON_A_DAY, type Shown } from './choices';

/** Saves what is different from what the form showed: the rest may be newer, from another tab. */
export async function saveKey(
  shownWorkspaceId: unknown,
  id: unknown,
  shown: Shown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'note', 'access', 'expires', 'lastDay');
  const t = await getTranslations('apiKeys');
  return attempt(
    fields,
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const { name, isChanged } = await updateApiKey(actor, id, changesIn(fields, shown));
      revalidatePath(`/api-keys/${id}`, 'layout');
      return {
        ok: true,
        message: isChanged ? t('edit.done', isolated({ name })) : t('edit.nothing'),
      };
    },
    { not_found: () => t('refusals.ended') },
  );
}

type Fields = Shown & { expires: string; lastDay: string };

function changesIn({ name, note, access, expires, lastDay }: Fields, shown: Shown) {
  const days = EXPIRIES.find((expiry) => String(expiry) === expires);
  return {
    ...(name !== shown.name && { name }),
    // Forms send each line break as two characters.
    ...(note.replaceAll('\r\n', '\n') !== shown.note && { note }),
    ...(access !== shown.access && { scopes: scopesOf(access) }),
    ...(expires === ON_A_DAY && { lastDay }),
    ...(expires === NEVER && { expiresInDays: null }),
    ...(days && { expiresInDays: days }),
  };
}

const scopesOf = (access: string) =>
  access === 'read' ? SCOPES.filter((scope) => isReadOnly([scope])) : DEFAULT_SCOPES;
