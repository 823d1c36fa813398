import { createHash } from 'node:crypto';
import { count, countOrRefuse } from './limiter';

const HOUR_SECONDS = 3_600;
const PER_RECIPIENT = { quota: 5, windowSeconds: HOUR_SECONDS };
/** All senders together, where each sender also has a count of its own. */
const FROM_ALL_SENDERS = { quota: 20, windowSeconds: HOUR_SECONDS };
const PER_ADDRESS = { name: 'mail-address', quota: 60, windowSeconds: HOUR_SECONDS };

/** Each kind has its own count, so that a flood of one kind does not block the others. */
type Kind = 'registration' | 'reset' | 'invitation' | 'team';

/**
 * Counts a mail to an address that someone else may have typed, so that no mailbox is flooded.
 * @param email the recipient
 * @param clientAddress of the request, see lib/request/client-address.ts
 * @param senders on whose behalf it goes out, if that is known: each may send five an hour to this
 *   recipient, and what one of them sent keeps no other from sending
 * @returns false if this recipient has had enough mails for now: the caller must not send another
 * @throws AppError `rate_limited` if this address has asked for too many
 */
export async function mayMail(
  kind: Kind,
  email: string,
  clientAddress: string,
  senders: string[] = [],
): Promise<boolean> {
  await countOrRefuse(PER_ADDRESS, clientAddress);
  const recipient = createHash('sha256').update(email).digest('hex');
  for (const sender of senders) {
    const bySender = { name: `mail-${kind}-sender`, ...PER_RECIPIENT };
    const { used } = await count(bySender, `${sender} ${recipient}`);
    // Before the count of all senders: one who goes on and on uses up nothing of the others.
    if (used > bySender.quota) return false;
  }
  const limit = senders.length > 0 ? FROM_ALL_SENDERS : PER_RECIPIENT;
  const { used } = await count({ name: `mail-${kind}`, ...limit }, recipient);
  return used <= limit.quota;
}
