import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import { env } from '@/lib/env';
import { isPrivateDemo } from '@/lib/installation';
import { JobFailedForGood } from '@/lib/jobs/kinds';
import { log } from '@/lib/process/log';
import { say } from '@/lib/process/say';

/** A mail as it goes out. */
export type Outgoing = Message & {
  /** the same for each attempt, and for no other mail */
  id: string;
  createdAt: Date;
};

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

/** Whether mails of people who are not its operator go to files: there is nobody to send them. */
export const hasNoMailServer = !env.SMTP_URL && !isPrivateDemo;

const PATIENCE_MS = 8_000;
/** Some servers answer each command just in time: no mail takes longer than its job may. */
const LONGEST_MS = 45_000;

/** A mail server on this machine: nobody listens in between. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Hands a message to the mail server of SMTP_URL, or writes it to a file when there is none. It goes
 * over TLS or not at all, except to a server on this machine (RFC 8314) or with SMTP_REQUIRE_TLS off.
 * @throws JobFailedForGood when the mail server refuses it for good, or Error when it does not take it now
 */
export async function deliver({ id, createdAt, ...message }: Outgoing): Promise<void> {
  const domain = /@([^\s>]+)/.exec(env.MAIL_FROM)?.[1];
  const mail = { from: env.MAIL_FROM, messageId: `<${id}@${domain}>`, ...message };
  if (!env.SMTP_URL) return writeToFile(mail, `${createdAt.getTime()}-${id}.eml`);
  const transport = new SMTPTransport({
    url: env.SMTP_URL,
    requireTLS: env.SMTP_REQUIRE_TLS && !LOOPBACK.test(new URL(env.SMTP_URL).hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const sending = nodemailer.createTransport(transport).sendMail(mail);
  await within(LONGEST_MS, sending).catch((error) => {
    throw isForGood(error) ? new JobFailedForGood(error.message, { cause: error }) : error;
  });
}

/** @throws Error once it has taken longer; it then goes on, and nobody waits for it */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long')), milliseconds);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

/**
 * What no operator can mend, by enhanced status code (RFC 3463): the reader's address is none, or is shut,
 * or the message itself is too large or not taken. All else may pass, such as a quota that is used up or a
 * relay that does not know us yet, although many servers call it final (5yz).
 */
const FOR_GOOD = /^5\d\d[ -]5\.(?:1\.(?:1|2|3|6|10)|2\.1|3\.4|6\.\d+)\b/;

const isForGood = ({ response = '' }: { response?: string }) => FOR_GOOD.test(response);

/**
 * Writes `mail/*.eml` in the data folder, readable only by this user. With the embedded database (a
 * demo or a developer) it also shows the text to a person at a terminal, so that its links can be
 * followed. A log gets the name of the file: the links open accounts.
 */
async function writeToFile(mail: Message, name: string): Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail(mail);
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  const file = join(FOLDER, name);
  writeFileSync(file, message as Buffer, { mode: 0o600 });
  if (env.DATABASE_URL || !process.stdout.isTTY) log.info({ file }, 'mail written to a file');
  else say(`\nMail to ${mail.to}: ${mail.subject}\n\n${mail.text}\n\n(${file})\n`);
}
