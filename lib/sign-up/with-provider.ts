import { getLocale, getTranslations } from 'next-intl/server';
import { createAccount } from '@/lib/accounts/create-account';
import { emailAddress, personName } from '@/lib/accounts/schema';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { addWorkspace } from '@/lib/workspaces/add-workspace';
import { workspaceName } from '@/lib/workspaces/schema';

/**
 * Finds the account of someone who signs in through Google or GitHub. If there is none, it creates
 * one, with a first workspace on the Free plan.
 * @param profile `email` is one that the provider has verified, or null
 * @returns the user's id, as next-auth takes it
 * @throws Error without a verified address
 */
export async function findOrCreateAccount(profile: {
  email: string | null | undefined;
  name: string | null | undefined;
}): Promise<{ id: string }> {
  const email = emailAddress.safeParse(profile.email).data;
  if (!email) throw new Error('The provider has verified no email address');
  const known = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (known) return known;

  const name = personName.safeParse(profile.name).data ?? email.split('@')[0] ?? email;
  const t = await getTranslations('register');
  const suggested = workspaceName.safeParse(t('firstWorkspace', { name })).data;
  const language = await getLocale();
  const created = await inTransaction(async (tx) => {
    const id = await createAccount(tx, { email, name, language });
    if (id) await addWorkspace(tx, id, suggested ?? name.slice(0, 60));
    return id === null ? null : { id };
  });
  // Null means that another sign-in has just created the account.
  return created ?? (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } }));
}
