import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { db } from '@/lib/database/client';
import { databaseDate } from '@/lib/database/clock';
import { cookieName } from '@/lib/request/cookie-name';
import type { Prisma } from '@/prisma/generated/client';
import { COOKIE_OPTIONS } from './cookies';

const DEVICE_COOKIE = cookieName('device');
const KEPT_SECONDS = 365 * 24 * 3_600;
const DEVICES_MAX = 50;

/** @returns what this request's browser keeps to be recognized by, or null */
export async function readDeviceCookie(): Promise<string | null> {
  const token = (await cookies()).get(DEVICE_COOKIE)?.value ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/**
 * Remembers that somebody has signed in with this request's browser, so that strangers who guess
 * their password do not keep them out of it. For server actions and route handlers.
 */
export async function rememberDevice(userId: string): Promise<void> {
  // One cookie for all accounts that a browser is used with.
  const token = (await readDeviceCookie()) ?? randomBytes(32).toString('base64url');
  const options = { ...COOKIE_OPTIONS, maxAge: KEPT_SECONDS };
  (await cookies()).set(DEVICE_COOKIE, token, options);
  await keepDevice(userId, token);
}

/**
 * Stores the SHA-256 of a device's token for an account, for a year. The oldest of more than fifty
 * are forgotten.
 */
export async function keepDevice(
  userId: string,
  token: string,
  now = databaseDate(),
): Promise<void> {
  const device = { userId, tokenHash: hashOf(token) };
  const expiresAt = new Date(now.getTime() + KEPT_SECONDS * 1_000);
  await db.knownDevice.upsert({
    where: { userId_tokenHash: device },
    create: { ...device, expiresAt },
    update: { expiresAt },
    select: { userId: true },
  });
  const surplus = await db.knownDevice.findMany({
    where: { userId },
    orderBy: { expiresAt: 'desc' },
    skip: DEVICES_MAX,
    select: { tokenHash: true },
  });
  const forgotten = surplus.map(({ tokenHash }) => ({ userId, tokenHash }));
  await db.knownDevice.deleteMany({
    where: { OR: [...forgotten, { expiresAt: { lt: now } }] },
  });
}

/**
 * Forgets the devices of an account: whoever guesses on one of them is a stranger again.
 * @param but the token of a device to keep, if any
 */
export async function forgetDevices(
  tx: Prisma.TransactionClient,
  userId: string,
  but: string | null = null,
): Promise<void> {
  const others = but === null ? {} : { tokenHash: { not: hashOf(but) } };
  await tx.knownDevice.deleteMany({ where: { userId, ...others } });
}

/**
 * Whether somebody has signed in to an account with a device. It takes as long for an address
 * without an account.
 * @param token from the cookie
 * @returns a name for the device, to count by, or null
 */
export async function findKnownDevice(
  token: string | null,
  email: string,
  now = databaseDate(),
): Promise<string | null> {
  if (token === null) return null;
  const tokenHash = hashOf(token);
  const device = await db.knownDevice.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, user: { is: { email } } },
    select: { userId: true },
  });
  return device && tokenHash.toString('base64url');
}

const hashOf = (token: string): Buffer<ArrayBuffer> => createHash('sha256').update(token).digest();
