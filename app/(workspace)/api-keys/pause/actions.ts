'use server';

import { getTranslations } from 'next-intl/server';
import { clockTimeWithUtc } from '@/app/_times/clock-time';
import { zoneOf } from '@/app/_times/reader-zone';
import { attempt, fieldsOf, textsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { pauseApiKeys } from '@/lib/api-keys/change/pause-api-keys';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** Pauses the chosen keys: once this has answered, each of them is refused. */
export async function pauseKeys(
  shownWorkspaceId: unknown,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const { minutes } = fieldsOf(form, 'minutes');
  return attempt({ minutes }, async () => {
    const { actor, user } = await requireOwner({ shownWorkspaceId });
    const given = { minutes: minutes ? Number(minutes) : null, ids: textsOf(form, 'id') };
    const { count, until } = await pauseApiKeys(actor, given);
    const t = await getTranslations('apiKeys.pauseMany');
    const message = until
      ? t('done', { count, time: await clockTimeWithUtc(until, await zoneOf(user)) })
      : t('doneUntilResumed', { count });
    return { ok: true, message, next: '/api-keys' };
  });
}
