'use server';

import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf, textsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { revokeApiKeys } from '@/lib/api-keys/change/revoke-api-keys';
import { requireOwner } from '@/lib/identity/sessions/guards';

/**
 * Revokes the chosen keys: once this has answered, none of them works. The answer does not contain
 * the new list; the browser goes to it.
 */
export async function revokeKeys(
  shownWorkspaceId: unknown,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'typed');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const count = await revokeApiKeys(actor, { ...fields, ids: textsOf(form, 'id') });
    const t = await getTranslations('apiKeys.revokeMany');
    return { ok: true, message: t('done', { count }), next: '/api-keys' };
  });
}
