import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import { Prisma } from '@/prisma/generated/client';
import { hashToken, makeToken } from './one-time-token';

/** Tables whose rows mailed links open, until they end or are used up. */
const TABLES = {
  registration: Prisma.sql`"Registration"`,
  passwordReset: Prisma.sql`"PasswordReset"`,
  invitation: Prisma.sql`"Invitation"`,
  teamAddress: Prisma.sql`"TeamAddress"`,
};

/** What a mailed link opens, and its end in ISO 8601: a row that has another end now has another link. */
export type MailedLink = { opens: keyof typeof TABLES; id: string; endsAt: string };

/**
 * Makes a new code for a mailed link. Every attempt to send its mail makes one, since none is kept from
 * which a mail could be written again; those made before stay good, as one of their mails may have
 * arrived after all. The newest stands where earlier releases look for the only one.
 * @returns the code, whose SHA-256 is all that is stored (ASVS 6.5.2); or null where the link has ended,
 *   was used up, taken back or replaced
 */
export async function makeLinkCode({ opens, id, endsAt }: MailedLink): Promise<string | null> {
  const { token, tokenHash } = makeToken();
  const count = await db.$executeRaw`
    update ${TABLES[opens]} set
      "earlierTokenHashes" = "earlierTokenHashes" || array_remove(array["tokenHash"], null),
      "tokenHash" = ${tokenHash}
    where "id" = ${id}::uuid and "expiresAt" = ${endsAt}::timestamptz and "expiresAt" > now()`;
  return count > 0 ? token : null;
}

/**
 * The row of a link, as long as it works.
 * @param token from the link
 */
export function linkOf(token: string, now = databaseDate()) {
  const tokenHash = hashToken(token);
  return {
    OR: [{ tokenHash }, { earlierTokenHashes: { has: tokenHash } }],
    expiresAt: { gt: now },
  };
}

/** Removes links that have ended, but for those that their workspace shows until somebody acts. */
export async function removeEndedLinks(): Promise<void> {
  const where = { expiresAt: { lt: databaseDate() } };
  await db.registration.deleteMany({ where });
  await db.passwordReset.deleteMany({ where });
}
