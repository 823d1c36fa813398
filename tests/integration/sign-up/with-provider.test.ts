import { expect, test, vi } from 'vitest';
import { db } from '@/lib/database/client';
import { findOrCreateAccount } from '@/lib/sign-up/with-provider';
import { makePerson, newEmail } from '@/tests/support/person';

// Next.js has these from the request, which a test outside of it lacks.
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'es',
  getTranslations:
    async () =>
    (_key: string, { name }: { name: string }) =>
      `Espacio de ${name}`,
}));

test('someone vouched for by a provider gets an account without a password, and a workspace', async () => {
  const email = newEmail();
  const { id } = await findOrCreateAccount({ email: email.toUpperCase(), name: 'Robin Doe' });
  const user = await db.user.findUniqueOrThrow({
    where: { id },
    select: {
      email: true,
      name: true,
      passwordHash: true,
      language: true,
      ownedWorkspaces: { select: { name: true, plan: { select: { slug: true } } } },
    },
  });
  expect(user).toEqual({
    email,
    name: 'Robin Doe',
    passwordHash: null,
    language: 'es',
    ownedWorkspaces: [{ name: 'Espacio de Robin Doe', plan: { slug: 'free' } }],
  });
  expect(await findOrCreateAccount({ email, name: 'Someone else' })).toEqual({ id });
});

test('an account is found by its address', async () => {
  const { id, email } = await makePerson();
  expect(await findOrCreateAccount({ email, name: null })).toEqual({ id });
});

test('first sign-ins at the same time are one account with one workspace', async () => {
  const email = newEmail();
  const profile = { email, name: 'Robin Doe' };
  const found = await Promise.all(Array.from({ length: 8 }, () => findOrCreateAccount(profile)));
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
  expect(await db.workspace.count({ where: { owner: { is: { email } } } })).toBe(1);
});

test('without a verified address there is no account', async () => {
  const before = await db.user.count();
  for (const email of [null, undefined, '', 'nobody']) {
    await expect(findOrCreateAccount({ email, name: 'Robin' })).rejects.toThrow('verified');
  }
  expect(await db.user.count()).toBe(before);
});

test('a name that cannot be shown gives way to the address', async () => {
  const email = newEmail();
  const { id } = await findOrCreateAccount({ email, name: '\u202e' });
  const { name } = await db.user.findUniqueOrThrow({ where: { id } });
  expect(name).toBe(email.split('@')[0]);
});
