import { createHash } from 'node:crypto';
import { count, countOrRefuse } from './limiter';

const HOUR_SECONDS = 3_600;
const PER_RECIPIENT = { quota: 5, windowSeconds: HOUR_SECONDS };
const PER_ADDRESS = { name: 'mail-address', quota: 60, windowSeconds: HOUR_SECONDS };

/** Each kind has its own count, so that a flood of one kind does not block the others. */
type Kind = 'registration' | 'reset' | 'invitation';

/**
 * Counts a mail to an address that someone else may have typed, so that no mailbox is flooded.
 * @param email the recipient
 * @param clientAddress of the request, see lib/request/client-address.ts
 * @returns false if this recipient has had enough mails for now: the caller must not send another
 * @throws AppError `rate_limited` if this address has asked for too many
 */
export async function mayMail(kind: Kind, email: string, clientAddress: string): Promise<boolean> {
  await countOrRefuse(PER_ADDRESS, clientAddress);
  const recipient = createHash('sha256').update(email).digest('hex');
  const { used } = await count({ name: `mail-${kind}`, ...PER_RECIPIENT }, recipient);
  return used <= PER_RECIPIENT.quota;
}
