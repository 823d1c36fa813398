import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the first of OWASP's recommended parameter sets (ASVS 11.4.2). Memory is in KiB. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns the password's Argon2id hash in PHC form, `$argon2id$v=19$…` */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID);
}

// Checked when there is no such account, so that the answer takes as long as for one that exists.
let decoy: Promise<string> | undefined;

/**
 * Compares a password with a stored hash, in the same time whether or not there is one
 * (ASVS 6.3.8).
 * @param stored PHC string, or null for an account that does not exist
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return matches && stored !== null;
}
