import { makeLinkCode } from '@/lib/identity/links/link-codes';
import { type Job, JobFailedForGood } from '@/lib/jobs/kinds';
import { log } from '@/lib/process/log';
import type { QueuedMail } from './queue-mail';
import { deliver } from './transport';
import { MAIL_KINDS, writeMail } from './write-mail';

/**
 * Sends a queued mail, with a new code where it has a link. Each attempt has the same `Message-ID`
 * (RFC 5322 section 3.6.4): whoever gets a mail twice, because its server took it and the answer was
 * lost, has a mail program that shows it once.
 * @throws JobFailedForGood where the mail server will not take it at any time, or another Error
 */
export async function sendQueued({ id, payload, createdAt }: Job<'mail'>): Promise<undefined> {
  const { kind, mail, link } = payload;
  // Of a newer release, which sends it.
  if (!MAIL_KINDS.includes(kind)) throw new Error(`This release knows no mail of kind ${kind}.`);
  const token = link && (await makeLinkCode(link));
  if (token === null) {
    log.info({ id, kind }, 'a mail was not sent: its link had ended');
    return;
  }
  const message = writeMail(kind, mail, { token, happened: happenedIn(payload) });
  await deliver({ ...message, id, createdAt }).catch((error) => {
    throw token ? withoutCode(error, token) : error;
  });
  log.info({ id, kind }, 'a mail was sent');
}

/** Some mail servers repeat the link that they do not like, and what they say is kept. */
function withoutCode(error: Error, token: string): Error {
  const words = error.message.replaceAll(token, '…');
  return error instanceof JobFailedForGood ? new JobFailedForGood(words) : new Error(words);
}

function happenedIn({ happened }: QueuedMail) {
  return happened && { at: new Date(happened.at), timeZone: happened.timeZone };
}
