import { isInTransaction, whenCommitted } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { deliver } from './transport';
import { type Mail, type MailKind, writeMail } from './write-mail';

/**
 * Sends a mail that somebody waits for, such as a link.
 * @throws AppError `mail_not_sent` when the mail server does not take it
 * @throws Error within a transaction, which would hold its rows while the mail server answers
 */
export async function sendMail<Kind extends MailKind>(kind: Kind, mail: Mail<Kind>): Promise<void> {
  if (isInTransaction()) throw new Error(`Send ${kind} once the transaction is committed.`);
  const message = writeMail(kind, mail);
  try {
    await deliver(message);
  } catch (error) {
    log.error({ err: error, kind }, 'a mail could not be sent');
    throw new AppError('mail_not_sent');
  }
}

/**
 * Tells somebody what has happened, once the transaction around it is committed. It has happened
 * whether or not the mail gets through: one that does not is in the log.
 */
export async function sendNotice<Kind extends MailKind>(
  kind: Kind,
  mail: Mail<Kind>,
): Promise<void> {
  const message = writeMail(kind, mail);
  await whenCommitted(() =>
    deliver(message).catch((error) => log.error({ err: error, kind }, 'a mail could not be sent')),
  );
}
