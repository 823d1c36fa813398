'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { sendContactMessage } from '@/lib/contact/send-contact-message';
import { clientAddress } from '@/lib/request/client-address';

/** Mails the message, and thanks the writer. */
export async function sendMessage(_state: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'email', 'topic', 'message', 'website');
  return attempt(fields, async () => {
    await sendContactMessage(fields, clientAddress(await headers()));
    redirect('/contact?sent');
  });
}
