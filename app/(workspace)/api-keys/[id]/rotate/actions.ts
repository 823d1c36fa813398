'use server';

import { getTranslations } from 'next-intl/server';
import { zoneOf } from '@/app/_times/reader-zone';
import { fromForm } from '@/app/(workspace)/api-keys/_fields/from-form';
import { keyRefusals } from '@/app/(workspace)/api-keys/_parts/refusals';
import { type Created, toCreated } from '@/app/(workspace)/api-keys/_reveal/created';
import { type Explained, explain } from '@/app/explain';
import { fieldsOf, outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/dialogs/confirm-question';
import { keepOldKey } from '@/lib/api-keys/rotation/keep-old-key';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';

/**
 * Rotate. Only this response and that of Generate ever contain the key. The page stays as it is until
 * the key was seen, and then asks for what is so.
 */
export async function rotateKey(
  shownWorkspaceId: unknown,
  id: unknown,
  form: unknown,
): Promise<Created | Explained> {
  try {
    const { actor, user } = await requireOwner({ shownWorkspaceId });
    const fields = fieldsOf(form, 'retire', 'expiresInDays', 'lastDay');
    const made = await rotateApiKey(actor, id, fromForm(fields));
    return await toCreated(made, await zoneOf(user));
  } catch (error) {
    return explain(error, await keyRefusals());
  }
}

/** Retire now: once this answers, the old key no longer works. */
export async function retireOld(shownWorkspaceId: unknown, oldId: unknown): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const t = await getTranslations('apiKeys.rotate');
      return t('retiredNow', isolated(await retireNow(actor, oldId)));
    },
    await keyRefusals(),
  );
}

/** Keep the old key: once this answers, the new key no longer works. */
export async function keepOld(shownWorkspaceId: unknown, oldId: unknown): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const t = await getTranslations('apiKeys.rotate');
      return t('kept', isolated(await keepOldKey(actor, oldId)));
    },
    await keyRefusals(),
  );
}
