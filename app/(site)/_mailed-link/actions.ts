'use server';

import { RedirectType, redirect } from 'next/navigation';
import { z } from 'zod';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { LINK_PAGES } from '@/lib/identity/links/link-pages';
import { oneTimeToken } from '@/lib/identity/links/one-time-token';
import { parse } from '@/lib/validation';
import { keepCode, OPENED } from './code';

const input = z.strictObject({ page: z.enum(LINK_PAGES), token: oneTimeToken });

/**
 * Takes the code of a mailed link out of the address or the field, and shows the link's page with it.
 * That page says whether it still works, and after a form without JavaScript (`plain`) also whether
 * the browser kept the code.
 */
export async function openLink(given: unknown, _: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const { plain, ...fields } = fieldsOf(form, 'token', 'plain');
    const { page, token } = parse(input, { page: given, ...fields });
    await keepCode(page, token);
    redirect(plain ? `${page}${OPENED}` : page, RedirectType.replace);
  });
}
