import { env } from '@/lib/env';
import { countOrRefuse } from '@/lib/limits/limiter';
import { queueMail } from '@/lib/mail/queue-mail';
import { parse } from '@/lib/validation';
import en from '@/messages/en.json';
import { contactInput } from './schema';

/** Messages per hour and client address. */
const LIMIT = { name: 'contact', quota: 5, windowSeconds: 3_600 };

/**
 * Mails what someone wrote in the contact form to CONTACT_EMAIL, or to MAIL_FROM if there is none.
 * A reply goes to the sender. A program, which fills in every
 * field, is refused; a person whose browser did that is told, and can empty it.
 * @param input `{ name, email, topic, message, website? }`, see {@link contactInput}
 * @param clientAddress see lib/request/client-address.ts
 * @throws AppError `validation_failed` or `rate_limited`
 */
export async function sendContactMessage(input: unknown, clientAddress: string): Promise<void> {
  const { name, email, topic, message } = parse(contactInput, input);
  await countOrRefuse(LIMIT, clientAddress);
  await queueMail('contact', {
    to: env.CONTACT_EMAIL ?? env.MAIL_FROM,
    locale: 'en',
    replyTo: email,
    values: { name, email, topic: en.contact.topics[topic], message },
  });
}
