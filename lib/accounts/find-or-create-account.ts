import { getLocale, getTranslations } from 'next-intl/server';
import { db } from '@/lib/db';
import { log } from '@/lib/log';
import { inTransaction } from '@/lib/transaction';
import { addWorkspace } from '@/lib/workspaces/add-workspace';
import { workspaceName } from '@/lib/workspaces/schema';
import { emailAddress, personName } from './schema';

/**
 * The account of someone whom Google or GitHub vouches for; made, with a first workspace on the
 * Free plan, if there is none.
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
  return inTransaction(async (tx) => {
    const user = await tx.user.create({ data: { email, name, language }, select: { id: true } });
    await addWorkspace(tx, user.id, suggested ?? name.slice(0, 60));
    log.info({ userId: user.id }, 'account created');
    return user;
  });
}
