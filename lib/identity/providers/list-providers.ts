import { db } from '@/lib/database/client';
import { PROVIDER_NAMES, type ProviderName } from '@/lib/identity/provider-names';
import type { LiveSession } from '@/lib/identity/sessions/find-session';

export type LinkedProvider = { provider: ProviderName; createdAt: Date };

const isKnown = (provider: string): provider is ProviderName => provider in PROVIDER_NAMES;

/**
 * What opens the signed-in person's account besides mailed links.
 * @returns the linked providers, the first one first, and whether there is a password
 */
export async function listProviders({
  user,
}: LiveSession): Promise<{ providers: LinkedProvider[]; hasPassword: boolean }> {
  const row = await db.user.findUniqueOrThrow({
    where: { id: user.id },
    select: {
      passwordHash: true,
      providerLinks: { select: { provider: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
    },
  });
  const providers = row.providerLinks.flatMap(({ provider, createdAt }) =>
    isKnown(provider) ? [{ provider, createdAt }] : [],
  );
  return { providers, hasPassword: row.passwordHash !== null };
}
