'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { zoneOf } from '@/app/_times/reader-zone';
import { type Explained, explain } from '@/app/explain';
import { outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/dialogs/confirm-question';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { fromForm } from './_fields/from-form';
import { keyRefusals } from './_parts/refusals';
import { type Created, toCreated } from './_reveal/created';

/** Generate. Only this response and that of Rotate ever contain the key. */
export async function generateKey(
  shownWorkspaceId: unknown,
  form: unknown,
): Promise<Created | Explained> {
  try {
    const { actor, user } = await requireOwner({ shownWorkspaceId });
    const made = await createApiKey(actor, inputOf(form));
    const created = await toCreated(made, await zoneOf(user));
    revalidatePath('/api-keys');
    return created;
  } catch (error) {
    return explain(error, await keyRefusals());
  }
}

/** Revoke: once this answers, the key no longer works. The browser then asks for the new list. */
export async function revokeKey(shownWorkspaceId: unknown, id: unknown): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const t = await getTranslations('apiKeys');
      return t('revoked', isolated(await revokeApiKey(actor, id)));
    },
    await keyRefusals(),
  );
}

/** The form's fields as the domain verb takes them. The verb has defaults for missing ones. */
const inputOf = (form: unknown) =>
  form instanceof FormData ? fromForm(Object.fromEntries(form)) : {};
