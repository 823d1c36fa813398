import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { isCommonPassword } from './common-passwords';

/** Argon2id with the first of OWASP's recommended parameter sets (ASVS 11.4.2). Memory is in KiB. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const MIN_CHARACTERS = 8;
const MAX_CHARACTERS = 256;

/**
 * A new password (ASVS 6.2): 8 to 256 characters of any kind, including spaces, used unchanged.
 * What attackers try first is refused.
 */
export const newPassword = z
  .string()
  .refine((text) => [...text].length >= MIN_CHARACTERS, {
    params: { code: 'password_short', min: MIN_CHARACTERS },
    abort: true,
  })
  .refine((text) => [...text].length <= MAX_CHARACTERS, {
    params: { code: 'too_long', max: MAX_CHARACTERS },
    abort: true,
  })
  .refine((text) => !isCommonPassword(text), { params: { code: 'password_common' } });

/** @returns the password's Argon2id hash in PHC form, `$argon2id$v=19$…` */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID);
}

// Compared when there is no account, so that the answer takes as long as with one.
let decoy: Promise<string> | undefined;

/**
 * Compares a password with a stored hash. It takes as long when there is no hash (ASVS 6.3.8).
 * @param stored PHC string, or null for an account that does not exist or has no password
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return matches && stored !== null;
}
