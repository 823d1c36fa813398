'use server';

import { getTranslations } from 'next-intl/server';
import { keyRefusals } from '@/app/(workspace)/api-keys/_parts/refusals';
import { receiptOf } from '@/app/(workspace)/api-keys/[id]/_receipt/receipt-of';
import { attempt } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';

/**
 * It leaked: once this answers, the key no longer works. The browser then asks for the receipt; without
 * a script, the page answers with it.
 */
export async function revokeLeaked(shownWorkspaceId: unknown, id: unknown): Promise<FormState> {
  return attempt(
    {},
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const revoked = await revokeApiKey(actor, id, { because: 'leaked' });
      const t = await getTranslations('apiKeys');
      return { ok: true, message: t('revoked', isolated(revoked)), next: receiptOf(String(id)) };
    },
    await keyRefusals(),
  );
}
