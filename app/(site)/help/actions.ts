'use server';

import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { recordFeedback } from '@/lib/help/record-feedback';
import { clientAddress } from '@/lib/request/client-address';

/** Stores the answer to "Was this helpful?" and says thank you. */
export async function sendFeedback(_state: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const answer = fieldsOf(form, 'slug', 'helpful');
    await recordFeedback(answer, await getLocale(), clientAddress(await headers()));
    const t = await getTranslations('help.feedback');
    return { ok: true, message: t('thanks') };
  });
}
