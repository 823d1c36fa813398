import { databaseDate } from '@/lib/database/clock';
import { isInTransaction, whenCommitted } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { deliver } from './transport';
import { type Mail, type MailKind, type Notice, writeMail } from './write-mail';

/**
 * Sends a mail that somebody waits for, such as a link.
 * @throws AppError `mail_not_sent` when the mail server does not take it
 * @throws Error within a transaction, which would keep rows locked while the mail server answers
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
 * Mails somebody about a change, and when it was, after the surrounding transaction is committed. A mail
 * that cannot be sent is only logged: the change stays.
 */
export async function sendNotice<Kind extends MailKind>(
  kind: Kind,
  mail: Notice<Kind>,
): Promise<void> {
  const message = writeMail(kind, mail, { at: databaseDate(), timeZone: mail.timeZone });
  await whenCommitted(() =>
    deliver(message).catch((error) => log.error({ err: error, kind }, 'a mail could not be sent')),
  );
}
