import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { env } from '@/lib/env';

export type Message = {
  to: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
};

const PATIENCE_MS = 8_000;

/**
 * Hands a message to the mail server of SMTP_URL, or writes it to a file when there is none.
 * @throws Error when the mail server does not take it
 */
export async function deliver(message: Message): Promise<void> {
  const mail = { from: env.MAIL_FROM, ...message };
  if (!env.SMTP_URL) return writeToFile(mail);
  const transport = nodemailer.createTransport(env.SMTP_URL, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as object);
  await transport.sendMail(mail);
}

/**
 * Writes `mail/*.eml` in the data folder, readable only by this user. With the embedded database (a
 * demo or a developer) it also prints the text, so that its links can be followed.
 */
async function writeToFile(mail: Message): Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail(mail);
  const folder = join(env.DATA_DIR, 'mail');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${Date.now()}-${randomUUID()}.eml`);
  writeFileSync(file, message as Buffer, { mode: 0o600 });
  if (env.DATABASE_URL) return;
  process.stdout.write(`\nMail to ${mail.to}: ${mail.subject}\n\n${mail.text}\n\n(${file})\n\n`);
}
