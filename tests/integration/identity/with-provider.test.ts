import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/client';
import { findOrCreateAccount as find } from '@/lib/identity/providers/with-provider';
import { makePerson, newEmail } from '@/tests/support/person';

// Next.js has these from the request, which a test outside of it lacks.
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'es',
  getTranslations:
    async () =>
    (_key: string, { name }: { name: string }) =>
      `Espacio de ${name}`,
}));
afterAll(() => vi.doUnmock('next-intl/server'));

type Profile = Parameters<typeof find>[0];

/** Someone who signs in through a provider, with an account there of their own. */
const findOrCreateAccount = (profile: Partial<Profile>) =>
  find({
    provider: 'google',
    providerAccountId: randomUUID(),
    email: null,
    name: null,
    ...profile,
  });

test('someone vouched for by a provider gets an account without a password, and a workspace', async () => {
  const email = newEmail();
  const providerAccountId = randomUUID();
  const profile = { email: email.toUpperCase(), name: 'Robin Doe', providerAccountId };
  const { id } = await findOrCreateAccount(profile);
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
  expect(await findOrCreateAccount({ ...profile, name: 'Someone else' })).toEqual({ id });
});

test('an account is found by its address', async () => {
  const { id, email } = await makePerson();
  expect(await findOrCreateAccount({ email, name: null })).toEqual({ id });
});

test('first sign-ins at the same time are one account with one workspace', async () => {
  const email = newEmail();
  const profile = { email, name: 'Robin Doe', providerAccountId: randomUUID() };
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

test('someone is found again by their id at the provider, whatever has become of their address', async () => {
  const { id, email } = await makePerson();
  const providerAccountId = randomUUID();
  expect(await findOrCreateAccount({ email, providerAccountId })).toEqual({ id });
  expect(await findOrCreateAccount({ email: newEmail(), providerAccountId })).toEqual({ id });
  expect(await findOrCreateAccount({ email: null, providerAccountId })).toEqual({ id });
});

test('an address that was given to somebody else at the provider opens no account', async () => {
  const { id, email } = await makePerson();
  await findOrCreateAccount({ email });
  await expect(findOrCreateAccount({ email })).rejects.toThrow('Another account');
  expect(await findOrCreateAccount({ email, provider: 'github' })).toEqual({ id });
  expect(await db.providerLink.count({ where: { userId: id } })).toBe(2);
});

test('the same id at another provider is somebody else', async () => {
  const providerAccountId = randomUUID();
  const [one, other] = [
    await findOrCreateAccount({ email: newEmail(), providerAccountId }),
    await findOrCreateAccount({ email: newEmail(), providerAccountId, provider: 'github' }),
  ];
  expect(one.id).not.toBe(other.id);
});

test('the name of an address with dots in it looks like no address of the web', async () => {
  const { id } = await findOrCreateAccount({ email: `evil.example.${newEmail()}` });
  const { name } = await db.user.findUniqueOrThrow({ where: { id } });
  expect(name).toMatch(/^evil example /);
});

test('first sign-ins at the same time, each by another provider, are one account', async () => {
  const email = newEmail();
  const found = await Promise.all(
    (['google', 'github'] as const).map((provider) => findOrCreateAccount({ email, provider })),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});
