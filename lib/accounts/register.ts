import { z } from 'zod';
import { hashPassword, newPassword } from '@/lib/auth/passwords';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { sendMail } from '@/lib/mail/send-mail';
import { inTransaction } from '@/lib/transaction';
import { parse } from '@/lib/validation';
import { addWorkspace } from '@/lib/workspaces/add-workspace';
import { workspaceName } from '@/lib/workspaces/schema';
import { mayMail } from './mail-limits';
import { hashToken, makeToken } from './one-time-token';
import { emailAddress, language, personName } from './schema';

const VALID_MS = 24 * 60 * 60_000;

const startInput = z.strictObject({ name: personName, email: emailAddress, language });

/**
 * Begins a registration: mails a link that proves the address. An address that has an account gets
 * a mail that says so; the answer is the same, and one mail is sent either way (ASVS 6.3.8).
 * @param input `{ name, email, language }`
 * @param clientAddress for the limit
 * @throws AppError `validation_failed`, `rate_limited` or `mail_not_sent`
 */
export async function startRegistration(input: unknown, clientAddress: string): Promise<void> {
  const { name, email, language: locale } = parse(startInput, input);
  if (!(await mayMail('registration', email, clientAddress))) return;
  const user = await db.user.findUnique({
    where: { email },
    select: { name: true, language: true },
  });
  if (user) {
    return sendMail('alreadyRegistered', {
      to: email,
      locale: user.language as Locale,
      values: { name: user.name },
      path: '/sign-in',
    });
  }
  const { token, tokenHash } = makeToken();
  const now = Date.now();
  await db.registration.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db.registration.create({
    data: { tokenHash, email, name, language: locale, expiresAt: new Date(now + VALID_MS) },
    select: { id: true },
  });
  await sendMail('confirmRegistration', {
    to: email,
    locale,
    path: '/register/confirm',
    token,
  });
}

const completeInput = z.strictObject({
  token: z.string(),
  password: newPassword,
  workspace: workspaceName,
});

/**
 * Completes a registration: the account, and its first workspace on the Free plan. The password is
 * chosen here and not before, by whoever reads the mail: so nobody can prepare an account with a
 * password of their own for somebody else's address.
 * @param input `{ token, password, workspace }`; the token is used up
 * @returns the new user's id
 * @throws AppError `validation_failed` or `link_not_valid`
 */
export async function completeRegistration(input: unknown): Promise<{ userId: string }> {
  const { token, password, workspace } = parse(completeInput, input);
  // Before the password is hashed, which costs too much to do for anyone who asks.
  const registration = await db.registration.findUnique({
    where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
    select: { email: true, name: true, language: true },
  });
  if (!registration) throw new AppError('link_not_valid');
  const { email } = registration;
  const passwordHash = await hashPassword(password);

  return inTransaction(async (tx) => {
    // Of two that race, or with an account made in between, one creates and the other finds it.
    const [user] = await tx.user.createManyAndReturn({
      data: { ...registration, passwordHash },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!user) throw new AppError('link_not_valid');
    await tx.registration.deleteMany({ where: { email } });
    await addWorkspace(tx, user.id, workspace);
    log.info({ userId: user.id }, 'account created');
    return { userId: user.id };
  });
}
