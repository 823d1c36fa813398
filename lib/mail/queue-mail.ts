import { databaseDate } from '@/lib/database/clock';
import type { MailedLink } from '@/lib/identity/links/link-codes';
import { enqueue } from '@/lib/jobs/enqueue';
import type { AnyMail, Mail, MailKind } from './write-mail';

declare global {
  interface ZendrhaxJobs {
    mail: QueuedMail;
  }
}

/** A mail that is to be sent: what it is written from, but for the code of its link. */
export type QueuedMail = {
  kind: MailKind;
  mail: AnyMail;
  /** what its link opens; whoever sends the mail makes the code */
  link?: MailedLink;
  /** when that is which it tells of, in ISO 8601, and the time zone in which that is told */
  happened?: { at: string; timeZone: string };
};

/** Mail servers try for as long (RFC 5321 section 4.5.4.1). */
const THREE_DAYS_MS = 72 * 3_600_000;

type Terms = {
  link?: MailedLink;
  /** for how many milliseconds it makes sense to send it: a link until it ends */
  triedForMs?: number;
};

/**
 * Leaves a mail to be sent: once the surrounding transaction is committed and not if it is rolled back,
 * by any instance, and again where the mail server does not take it. Nobody waits for it, and whoever
 * queues a mail does not load its sentences.
 */
export async function queueMail<Kind extends MailKind>(
  kind: Kind,
  mail: Mail<Kind>,
  { link, triedForMs = THREE_DAYS_MS }: Terms = {},
): Promise<void> {
  await enqueue('mail', { kind, mail, ...(link && { link }) }, { triedForMs });
}

/**
 * The same for a mail about something at a moment, which it says.
 * @param notice with the time zone in which its reader is told; `at` is now, if it is left out
 */
export async function queueNotice(
  kind: MailKind,
  { timeZone, at = databaseDate(), ...mail }: AnyMail & { timeZone: string; at?: Date },
): Promise<void> {
  const happened = { at: at.toISOString(), timeZone };
  await enqueue('mail', { kind, mail, happened }, { triedForMs: THREE_DAYS_MS });
}
