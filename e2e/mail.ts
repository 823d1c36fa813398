import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { type Mail, toMail } from '@/tests/support/mailbox';

/** The mails to an address, oldest first: without SMTP_URL the server writes each to a file. */
async function mailsTo(email: string): Promise<Mail[]> {
  const folder = join(String(process.env.E2E_DATA_DIR), 'mail');
  const files = readdirSync(folder).sort();
  const mails = await Promise.all(
    files.map(async (file) => toMail(await simpleParser(readFileSync(join(folder, file))))),
  );
  return mails.filter(({ to }) => to === email);
}

/** The newest mail to an address whose subject matches, once it is there. */
export async function mailTo(email: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      found = (await mailsTo(email)).filter((mail) => subject.test(mail.subject)).at(-1);
      return found?.subject;
    })
    .toMatch(subject);
  if (!found) throw new Error(`no mail to ${email} is about ${subject}`);
  return found;
}

/** The path and fragment of the link in a mail. */
export function linkIn({ text }: Mail): string {
  const [, path] = /^https?:\/\/[^/\s]+(\/\S*)$/m.exec(text) ?? [];
  if (!path) throw new Error(`there is no link in: ${text}`);
  return path;
}
