import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/client';
import { listProviders } from '@/lib/identity/providers/list-providers';
import { removeProvider } from '@/lib/identity/providers/remove-provider';
import { findOrCreateAccount as find } from '@/lib/identity/providers/with-provider';
import { theMailbox } from '@/tests/support/mailbox';
import { makePerson, newEmail, PASSWORD, signIn } from '@/tests/support/person';

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

test('whoever had the account is told once that a provider opens it now', async () => {
  const { to, latest } = theMailbox();
  const { email } = await makePerson();
  const profile = { email, providerAccountId: randomUUID() };
  await findOrCreateAccount(profile);
  expect((await latest(email)).subject).toBe(
    'Google was added as a way to sign in to your account',
  );
  expect((await latest(email)).text).toContain('From now on Google opens it.');
  await findOrCreateAccount(profile);
  expect(await to(email)).toHaveLength(1);

  const fresh = newEmail();
  await findOrCreateAccount({ email: fresh });
  expect(await to(fresh)).toEqual([]);
});

test('a provider is removed with the password, and opens the account no more', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const providerAccountId = randomUUID();
  await findOrCreateAccount({ email, providerAccountId });
  const { providers, hasPassword } = await listProviders(session);
  expect({ providers, hasPassword }).toEqual({
    providers: [{ provider: 'google', createdAt: expect.any(Date) }],
    hasPassword: true,
  });
  for (const password of ['wrong', '']) {
    await expect(removeProvider(session, { provider: 'google', password })).rejects.toThrow();
  }
  await expect(removeProvider(session, { provider: 'x', password: PASSWORD })).rejects.toThrow();
  expect((await listProviders(session)).providers).toHaveLength(1);
  for (let times = 0; times < 2; times++) {
    await removeProvider(session, { provider: 'google', password: PASSWORD });
  }
  expect((await listProviders(session)).providers).toEqual([]);
  // That it was linked, and, once, that it is no more.
  const { to, latest } = theMailbox();
  expect(await to(email)).toHaveLength(2);
  expect((await latest(email)).subject).toBe(
    'Google was removed as a way to sign in to your account',
  );
  expect((await latest(email)).text).toContain('someone knows your password');
  // The provider knows the address by another name now, which is nobody's here.
  const elsewhere = await findOrCreateAccount({ email: newEmail(), providerAccountId });
  expect(elsewhere.id).not.toBe(id);
});

test('without a password a provider stays, so that something opens the account', async () => {
  const email = newEmail();
  const { id } = await findOrCreateAccount({ email });
  const { session } = await signIn(id);
  expect((await listProviders(session)).hasPassword).toBe(false);
  for (const password of ['', PASSWORD]) {
    await expect(removeProvider(session, { provider: 'google', password })).rejects.toThrow();
  }
  expect((await listProviders(session)).providers).toHaveLength(1);
});
