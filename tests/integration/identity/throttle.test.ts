import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { requestPasswordReset, resetPassword } from '@/lib/identity/account/reset-password';
import { keepDevice } from '@/lib/identity/sessions/known-devices';
import { theMailbox } from '@/tests/support/mailbox';
import { checkPassword, makePerson, newAddress, newEmail, PASSWORD } from '@/tests/support/person';

const { latest } = theMailbox();

const attempt = (email: string, password: string, address = newAddress(), device?: string) =>
  checkPassword({ email, password }, address, device);

async function guess(email: string, times: number, address: string): Promise<void> {
  for (let time = 0; time < times; time++) {
    expect(await attempt(email, `wrong ${time}`, address)).toBeNull();
  }
}

/** As many wrong passwords as a crowd gets answered, each from another address. */
async function guessFromEverywhere(email: string, times: number): Promise<number> {
  const results = await Promise.allSettled(
    Array.from({ length: times }, (_, time) => attempt(email, `wrong ${time}`)),
  );
  return results.filter(({ status }) => status === 'fulfilled').length;
}

/** A browser that someone has signed in with. */
async function makeDevice(userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await keepDevice(userId, token);
  return token;
}

const throttled = { code: 'rate_limited', details: { retryAfter: expect.any(Number) } };

test('after ten wrong passwords an address waits, and nobody else', async () => {
  const { id, email } = await makePerson();
  const address = newAddress();
  await guess(email, 10, address);
  await expect(attempt(email, PASSWORD, address)).rejects.toMatchObject(throttled);
  expect(await attempt(email, PASSWORD)).toEqual({ id });
  const other = await makePerson();
  expect(await attempt(other.email, PASSWORD, address)).toEqual({ id: other.id });
});

test('an account that does not exist waits in the same way', async () => {
  const [email, address] = [newEmail(), newAddress()];
  await guess(email, 10, address);
  await expect(attempt(email, PASSWORD, address)).rejects.toMatchObject(throttled);
});

test('one address alone slows down no stranger elsewhere, however long it goes on', async () => {
  const { id, email } = await makePerson();
  const address = newAddress();
  await guess(email, 10, address);
  for (let times = 0; times < 60; times++) {
    await expect(attempt(email, 'wrong', address)).rejects.toMatchObject(throttled);
  }
  expect(await attempt(email, PASSWORD)).toEqual({ id });
});

test.each([
  ['an account', async () => (await makePerson()).email],
  ['an address without one', async () => newEmail()],
])('a crowd of strangers at %s is slowed down to one at a time', async (_, emailOf) => {
  const email = await emailOf();
  const answered = await guessFromEverywhere(email, 150);
  expect(answered).toBeGreaterThanOrEqual(50);
  expect(answered).toBeLessThanOrEqual(56);
  const { code, details } = await attempt(email, PASSWORD).catch((error) => error);
  expect(code).toBe('rate_limited');
  expect(details.retryAfter).toBeGreaterThan(0);
  expect(details.retryAfter).toBeLessThanOrEqual(60);
});

test('a known device gets in through a crowd of strangers, at its own address or theirs', async () => {
  const { id, email } = await makePerson();
  const device = await makeDevice(id);
  const address = newAddress();
  await guess(email, 10, address);
  await guessFromEverywhere(email, 150);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
  expect(await attempt(email, PASSWORD, address, device)).toEqual({ id });
  expect(await attempt(email, PASSWORD, newAddress(), device)).toEqual({ id });
});

test('a known device is no way to guess, and is known to its own account alone', async () => {
  const { id, email } = await makePerson();
  const device = await makeDevice(id);
  for (let time = 0; time < 10; time++) {
    expect(await attempt(email, `wrong ${time}`, newAddress(), device)).toBeNull();
  }
  await expect(attempt(email, PASSWORD, newAddress(), device)).rejects.toMatchObject(throttled);
  expect(await attempt(email, PASSWORD)).toEqual({ id });

  const victim = await makePerson();
  await guessFromEverywhere(victim.email, 150);
  await expect(attempt(victim.email, PASSWORD, newAddress(), device)).rejects.toMatchObject(
    throttled,
  );
});

test('after a hundred wrong passwords a client address waits, whatever the account', async () => {
  const address = newAddress();
  for (let account = 0; account < 20; account++) await guess(newEmail(), 5, address);
  const { id, email } = await makePerson();
  await expect(attempt(email, PASSWORD, address)).rejects.toMatchObject(throttled);
  expect(await attempt(email, PASSWORD)).toEqual({ id });
});

test('the right password counts for nothing, however often', async () => {
  const { id, email } = await makePerson();
  const address = newAddress();
  for (let time = 0; time < 120; time++) {
    expect(await attempt(email, PASSWORD, address)).toEqual({ id });
  }
  await guess(email, 9, address);
  expect(await attempt(email, PASSWORD, address)).toEqual({ id });
  await guess(email, 9, address);
  expect(await attempt(email, PASSWORD, address)).toEqual({ id });
});

test('a new password by mail ends the wait at once', async () => {
  const { id, email } = await makePerson();
  await guessFromEverywhere(email, 150);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  await resetPassword({ token: (await latest(email)).token, password: PASSWORD });
  expect(await attempt(email, PASSWORD)).toEqual({ id });
});

test('the wait is at most a quarter of an hour', async () => {
  const { email } = await makePerson();
  const address = newAddress();
  await guess(email, 10, address);
  const { details } = await attempt(email, PASSWORD, address).catch((error) => error);
  expect(details.retryAfter).toBeGreaterThan(0);
  expect(details.retryAfter).toBeLessThanOrEqual(900);
});
