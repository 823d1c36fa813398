'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { clockTimeWithUtc } from '@/app/_times/clock-time';
import { zoneOf } from '@/app/_times/reader-zone';
import type { Sentences } from '@/app/explain';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { UNTIL_RESUMED } from './until-resumed';

/** Pause: once this answers, the key is refused. */
export async function pauseKey(
  shownWorkspaceId: unknown,
  id: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { minutes } = fieldsOf(form, 'minutes');
  return attempt(
    { minutes },
    async () => {
      const { actor, user } = await requireOwner({ shownWorkspaceId });
      const given = minutes === UNTIL_RESUMED ? null : Number(minutes);
      const { name, until } = await pauseApiKey(actor, id, { minutes: given });
      revalidatePath(`/api-keys/${id}`, 'layout');
      const t = await getTranslations('apiKeys.pause');
      const message = until
        ? t('done', {
            ...isolated({ name }),
            time: await clockTimeWithUtc(until, await zoneOf(user)),
          })
        : t('doneUntilResumed', isolated({ name }));
      return { ok: true, message, next: `/api-keys/${id}` };
    },
    await sentences(),
  );
}

/** Resume: once this answers, the key works again. */
export async function resumeKey(shownWorkspaceId: unknown, id: unknown): Promise<FormState> {
  return attempt(
    {},
    async () => {
      const { actor } = await requireOwner({ shownWorkspaceId });
      const { name } = await resumeApiKey(actor, id);
      revalidatePath(`/api-keys/${id}`, 'layout');
      const t = await getTranslations('apiKeys.pause');
      return { ok: true, message: t('resumed', isolated({ name })) };
    },
    await sentences(),
  );
}

/** Refusals that are worded differently here. */
async function sentences(): Promise<Sentences> {
  const t = await getTranslations('apiKeys.refusals');
  return { not_found: () => t('ended') };
}
