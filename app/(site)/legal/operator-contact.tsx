import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/text-link';
import { env } from '@/lib/env';

/** Where the operator is reached: at CONTACT_EMAIL if there is one, and by the contact form. */
export async function OperatorContact() {
  const t = await getTranslations('legal.operator');
  const form = (text: ReactNode) => <TextLink href="/contact">{text}</TextLink>;
  const address = env.CONTACT_EMAIL && bareAddress(env.CONTACT_EMAIL);
  if (!address) return t.rich('form', { form });
  const email = () => <TextLink href={`mailto:${address}`}>{address}</TextLink>;
  return t.rich('email', { form, email });
}

/** The address in `Name <address>`, or all of it. */
const bareAddress = (mailbox: string) => /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox;
