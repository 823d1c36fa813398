import { z } from 'zod';
import { db } from '@/lib/database/client';
import { assertPassword } from '@/lib/identity/passwords/assert-password';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { log } from '@/lib/process/log';
import { parse } from '@/lib/validation';
import { PROVIDER_NAMES, type ProviderName } from './names';

const input = z.strictObject({
  provider: z.enum(Object.keys(PROVIDER_NAMES) as ProviderName[]),
  password: z.string(),
});

/**
 * Removes a provider from the signed-in person's account, which no longer opens it. It takes the
 * password (ASVS 7.5.1), so another way to sign in always remains.
 * @param given `{ provider, password }`; a provider that is not linked is left alone
 * @returns the provider
 * @throws AppError `validation_failed`, also for a wrong password, or `rate_limited`
 */
export async function removeProvider({ user }: LiveSession, given: unknown): Promise<ProviderName> {
  const { provider, password } = parse(input, given);
  await assertPassword(user, password, 'password');
  const { count } = await db.providerLink.deleteMany({ where: { userId: user.id, provider } });
  if (count > 0) log.info({ userId: user.id, provider }, 'provider removed');
  return provider;
}
