import { z } from 'zod';
import { recordAccountAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { assertPassword } from '@/lib/identity/passwords/assert-password';
import { PROVIDER_NAMES, type ProviderName } from '@/lib/identity/provider-names';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { parse } from '@/lib/validation';

const input = z.strictObject({
  provider: z.enum(Object.keys(PROVIDER_NAMES) as ProviderName[]),
  password: z.string(),
});

/**
 * Removes a provider from the signed-in person's account, which no longer opens it, and tells them by
 * mail (ASVS 6.3.7). It takes the password (ASVS 7.5.1), so another way to sign in always remains.
 * @param given `{ provider, password }`; a provider that is not linked is left alone
 * @returns the provider
 * @throws AppError `validation_failed`, also for a wrong password, or `rate_limited`
 */
export async function removeProvider({ user }: LiveSession, given: unknown): Promise<ProviderName> {
  const { provider, password } = parse(input, given);
  await assertPassword(user, password, 'password');
  const userId = user.id;
  return inTransaction(async (tx) => {
    const { count } = await tx.providerLink.deleteMany({ where: { userId, provider } });
    if (count > 0) {
      await recordAccountAct(tx, { userId }, 'provider.removed', userId, { provider });
    }
    return provider;
  });
}
