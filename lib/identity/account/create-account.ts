import { recordAccountAct } from '@/lib/audit/record-act';
import type { Locale } from '@/lib/i18n/locale';
import type { Prisma } from '@/prisma/generated/client';

type NewAccount = {
  /** an address that the person has proved to be theirs */
  email: string;
  name: string;
  language: Locale;
  /** left out for someone who signs in through a provider */
  passwordHash?: string;
};

/**
 * Creates an account, and deletes the pending registrations for its address.
 * @returns the new user's id, or null if the address already has an account, which a request at the
 *   same time may have created
 */
export async function createAccount(
  tx: Prisma.TransactionClient,
  account: NewAccount,
): Promise<string | null> {
  const [user] = await tx.user.createManyAndReturn({
    data: account,
    skipDuplicates: true,
    select: { id: true },
  });
  if (!user) return null;
  await tx.registration.deleteMany({ where: { email: account.email } });
  const { id: userId } = user;
  await recordAccountAct(tx, { userId }, 'account.created', userId, {});
  return userId;
}
