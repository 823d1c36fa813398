'use server';

import { RedirectType, redirect } from 'next/navigation';
import { z } from 'zod';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/form-action';
import { oneTimeToken } from '@/lib/accounts/one-time-token';
import { parse } from '@/lib/validation';
import { keepCode, LINK_PAGES } from './code';

const input = z.strictObject({ page: z.enum(LINK_PAGES), token: oneTimeToken });

/**
 * Takes the code of a mailed link out of the address or the field, and shows the link's page with it.
 * That page says whether it still works.
 */
export async function openLink(given: unknown, _: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const { page, token } = parse(input, { page: given, ...fieldsOf(form, 'token') });
    await keepCode(page, token);
    redirect(page, RedirectType.replace);
  });
}
