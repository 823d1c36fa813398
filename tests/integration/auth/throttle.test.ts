import { expect, test } from 'vitest';
import { requestPasswordReset, resetPassword } from '@/lib/accounts/reset-password';
import { startSession } from '@/lib/auth/sessions';
import { theMailbox } from '../../support/mailbox';
import { checkPassword, makePerson, newAddress, newEmail, PASSWORD } from '../../support/person';

const { latest } = theMailbox();

const attempt = (email: string, password: string, address = newAddress()) =>
  checkPassword({ email, password }, address);

async function guess(email: string, times: number, address?: string): Promise<void> {
  for (let time = 0; time < times; time++) {
    expect(await attempt(email, `wrong ${time}`, address)).toBeNull();
  }
}

const throttled = { code: 'rate_limited', details: { retryAfter: expect.any(Number) } };

test('after ten wrong passwords an account waits, wherever they come from', async () => {
  const { id, email } = await makePerson();
  await guess(email, 10);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
  const { id: other, email: another } = await makePerson();
  expect(await attempt(another, PASSWORD)).toEqual({ id: other });
  expect(id).not.toBe(other);
});

test('an account that does not exist waits in the same way', async () => {
  const email = newEmail();
  await guess(email, 10);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
});

test('a hundred guesses at once are no way round', async () => {
  const { email } = await makePerson();
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, time) => attempt(email, `wrong ${time}`)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
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

test('an attacker elsewhere does not lock out an owner who is signed in', async () => {
  const { id, email } = await makePerson();
  const home = newAddress();
  await startSession(id, { address: home, userAgent: '' });
  await guess(email, 10);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
  expect(await attempt(email, PASSWORD, home)).toEqual({ id });
});

test('a new password by mail ends the wait at once', async () => {
  const { id, email } = await makePerson();
  await guess(email, 10);
  await expect(attempt(email, PASSWORD)).rejects.toMatchObject(throttled);
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  await resetPassword({ token: latest(email).token, password: PASSWORD });
  expect(await attempt(email, PASSWORD)).toEqual({ id });
});

test('the wait is at most a quarter of an hour', async () => {
  const { email } = await makePerson();
  await guess(email, 10);
  const { details } = await attempt(email, PASSWORD).catch((error) => error);
  expect(details.retryAfter).toBeGreaterThan(0);
  expect(details.retryAfter).toBeLessThanOrEqual(900);
});
