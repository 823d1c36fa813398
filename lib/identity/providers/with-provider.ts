import { getLocale, getTranslations } from 'next-intl/server';
import { recordAccountAct } from '@/lib/audit/record-act';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { createAccount } from '@/lib/identity/account/create-account';
import type { ProviderName } from '@/lib/identity/provider-names';
import { emailAddress, personName } from '@/lib/identity/schema';
import { addWorkspace } from '@/lib/workspaces/workspace/add-workspace';
import { workspaceName } from '@/lib/workspaces/workspace/schema';
import type { Prisma } from '@/prisma/generated/client';

type Profile = {
  provider: ProviderName;
  /** the id that the account has there, which stays when its address changes */
  providerAccountId: string;
  /** one that the provider has verified, or null */
  email: string | null | undefined;
  name: string | null | undefined;
};

/**
 * Finds the account of someone who signs in through Google or GitHub, by the provider's own id. The
 * first time it is found by the verified address, or created with a first workspace on the Free
 * plan, and the id is kept; whoever had the account before gets a mail.
 * @returns the user's id, as next-auth takes it
 * @throws Error the first time, without a verified address; or if another account of the provider
 *   signs in there already: an address that somebody gave up may have been given to somebody else
 */
export async function findOrCreateAccount(profile: Profile): Promise<{ id: string }> {
  const { provider, providerAccountId } = profile;
  const linked = await db.providerLink.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  if (linked) return { id: linked.userId };

  const email = emailAddress.safeParse(profile.email).data;
  if (!email) throw new Error('The provider has verified no email address');
  const names = await namesFor(profile.name, email);
  const language = await getLocale();
  return inTransaction(async (tx) => {
    const created = await createAccount(tx, { email, name: names.person, language });
    if (created) await addWorkspace(tx, created, names.workspace);
    // Null means that the address has an account, maybe since a moment ago.
    const { id } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
    await link(tx, id, profile, created ? 'new' : 'existing');
    return { id };
  });
}

/** A provider that is linked already is left alone. */
async function link(
  tx: Prisma.TransactionClient,
  userId: string,
  { provider, providerAccountId }: Profile,
  account: 'new' | 'existing',
): Promise<void> {
  const { count } = await tx.providerLink.createMany({
    data: { provider, providerAccountId, userId },
    skipDuplicates: true,
  });
  if (count > 0) {
    return recordAccountAct(tx, { userId }, 'provider.linked', userId, { provider, account });
  }
  const linked = await tx.providerLink.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  if (linked?.userId !== userId) throw new Error('Another account of the provider is linked');
}

/** What the provider calls the person, if it fits, and a workspace named after them. */
async function namesFor(given: unknown, email: string) {
  const fromAddress = (email.split('@')[0] ?? email).replaceAll('.', ' ');
  const person = personName.safeParse(given).data ?? fromAddress;
  const t = await getTranslations('register');
  const suggested = workspaceName.safeParse(t('firstWorkspace', { name: person })).data;
  return { person, workspace: suggested ?? person.slice(0, 60) };
}
