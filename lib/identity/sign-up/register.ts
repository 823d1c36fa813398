import { z } from 'zod';
import { db } from '@/lib/database/client';
import { databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { createAccount } from '@/lib/identity/account/create-account';
import { linkOf } from '@/lib/identity/links/link-codes';
import { hashPassword, newPassword } from '@/lib/identity/passwords/passwords';
import { refusePersonalPassword } from '@/lib/identity/passwords/refuse-personal-password';
import { accountLanguage, emailAddress, personName } from '@/lib/identity/schema';
import { mayMail } from '@/lib/limits/mail-limits';
import { queueMail } from '@/lib/mail/queue-mail';
import { findSlugOnSale } from '@/lib/plans/list-plans';
import { parse } from '@/lib/validation';
import { addWorkspace } from '@/lib/workspaces/workspace/add-workspace';
import { workspaceName } from '@/lib/workspaces/workspace/schema';

const VALID_MS = 24 * 60 * 60_000;

const startInput = z.strictObject({
  name: personName,
  email: emailAddress,
  language: accountLanguage,
  plan: z.string().max(40).default(''),
});

/**
 * Begins a registration: mails a link that proves the address. An address with an account gets a
 * mail that says so. The answer is the same, and one mail is sent either way (ASVS 6.3.8).
 * @param input `{ name, email, language, plan }`; the plan is the slug of the one that the person came
 *   for, and is forgotten unless it is on sale
 * @param clientAddress for the limit
 * @throws AppError `validation_failed` or `rate_limited`
 */
export async function startRegistration(input: unknown, clientAddress: string): Promise<void> {
  const { name, email, language, plan } = parse(startInput, input);
  if (!(await mayMail('registration', email, clientAddress))) return;
  const user = await db.user.findUnique({
    where: { email },
    select: { name: true, language: true },
  });
  if (user) {
    const mail = { to: email, locale: user.language, values: { name: user.name } };
    return queueMail('alreadyRegistered', { ...mail, path: '/sign-in' }, { triedForMs: VALID_MS });
  }
  const expiresAt = new Date(databaseTime() + VALID_MS);
  const data = { email, name, language, plan: await findSlugOnSale(plan), expiresAt };
  await inTransaction(async (tx) => {
    const { id } = await tx.registration.create({ data, select: { id: true } });
    const mail = { to: email, locale: language, path: '/register/confirm' };
    const link = { opens: 'registration', id, endsAt: expiresAt.toISOString() } as const;
    await queueMail('confirmRegistration', mail, { link, triedForMs: VALID_MS });
  });
}

/**
 * Whom a mailed link is for.
 * @param token from the link
 * @returns null if the link is unknown, used up or too old
 */
export async function findRegistration(token: string) {
  return db.registration.findFirst({
    where: linkOf(token),
    select: { email: true, name: true, language: true, plan: true },
  });
}

const completeInput = z.strictObject({
  token: z.string(),
  password: newPassword,
  workspace: workspaceName,
});

/**
 * Completes a registration: creates the account, and its first workspace on the Free plan. The
 * password is chosen only now, by the reader of the mail, so that nobody can prepare an account
 * with their own password for somebody else's address.
 * @param input `{ token, password, workspace }`; the token is used up
 * @returns the new user's id, and the slug of the plan that they came for, or null
 * @throws AppError `validation_failed` or `link_not_valid`
 */
export async function completeRegistration(
  input: unknown,
): Promise<{ userId: string; plan: string | null }> {
  const { token, password, workspace } = parse(completeInput, input);
  // Checked before the password is hashed: hashing is too expensive to do for any stranger.
  const registration = await findRegistration(token);
  if (!registration) throw new AppError('link_not_valid');
  const { plan, ...person } = registration;
  refusePersonalPassword(password, person);
  const passwordHash = await hashPassword(password);

  return inTransaction(async (tx) => {
    const userId = await createAccount(tx, { ...person, passwordHash });
    if (!userId) throw new AppError('link_not_valid');
    await addWorkspace(tx, userId, workspace);
    return { userId, plan };
  });
}
