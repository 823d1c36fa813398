import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { type Mail, toMail } from '@/tests/support/mailbox';

/** What was read before, by the name of its file: a mail does not change. */
const known = new Map<string, Mail>();

/** All mails so far, oldest first: without SMTP_URL the server writes each to a file. */
async function mails(): Promise<Mail[]> {
  const folder = join(String(process.env.E2E_DATA_DIR), 'mail');
  // There is none before the first mail.
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files.filter((one) => !known.has(one))) {
    const text = readFileSync(join(folder, file));
    // It is empty for a moment, before it is written.
    if (text.length > 0) known.set(file, toMail(await simpleParser(text)));
  }
  return files.flatMap((file) => known.get(file) ?? []);
}

/** The mail whose text has a word, if there is one. */
export const mailWith = async (word: string): Promise<Mail | undefined> =>
  (await mails()).find(({ text }) => text.includes(word));

/** Of all mails to an address, oldest first. */
export const subjectsTo = async (email: string): Promise<string[]> =>
  (await mails()).filter(({ to }) => to === email).map(({ subject }) => subject);

/** The newest mail to an address whose subject matches, once it is there. */
export async function mailTo(email: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      const all = (await mails()).filter(({ to }) => to === email);
      found = all.filter((mail) => subject.test(mail.subject)).at(-1);
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
