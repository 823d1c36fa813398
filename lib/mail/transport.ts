import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import { env } from '@/lib/env';
import { isPrivateDemo } from '@/lib/installation';
import { log } from '@/lib/process/log';
import { say } from '@/lib/process/say';

export type Message = {
  to: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
};

const FOLDER = join(env.DATA_DIR, 'mail');

/**
 * Where to find the mails of somebody who tries Zendrhax on their own machine, or null. On any other
 * installation the place is nobody's business.
 */
export const localMailFolder = isPrivateDemo && !env.SMTP_URL ? FOLDER : null;

const PATIENCE_MS = 8_000;

/** A mail server on this machine: nobody listens in between. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Hands a message to the mail server of SMTP_URL, or writes it to a file when there is none. It goes
 * over TLS or not at all, except to a server on this machine (RFC 8314) or with SMTP_REQUIRE_TLS off.
 * @throws Error when the mail server does not take it
 */
export async function deliver(message: Message): Promise<void> {
  const mail = { from: env.MAIL_FROM, ...message };
  if (!env.SMTP_URL) return writeToFile(mail);
  const transport = new SMTPTransport({
    url: env.SMTP_URL,
    requireTLS: env.SMTP_REQUIRE_TLS && !LOOPBACK.test(new URL(env.SMTP_URL).hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  await nodemailer.createTransport(transport).sendMail(mail);
}

/**
 * Writes `mail/*.eml` in the data folder, readable only by this user. With the embedded database (a
 * demo or a developer) it also shows the text to a person at a terminal, so that its links can be
 * followed. A log gets the name of the file: the links open accounts.
 */
async function writeToFile(mail: Message): Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail(mail);
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  const file = join(FOLDER, `${Date.now()}-${randomUUID()}.eml`);
  writeFileSync(file, message as Buffer, { mode: 0o600 });
  if (env.DATABASE_URL || !process.stdout.isTTY) log.info({ file }, 'mail written to a file');
  else say(`\nMail to ${mail.to}: ${mail.subject}\n\n${mail.text}\n\n(${file})\n`);
}
