import { hash, randomBytes } from 'node:crypto';

const PATTERN = /^sk_[0-9a-f]{64}$/;

export type NewSecret = { secret: string; hash: Buffer<ArrayBuffer>; hint: string };

/**
 * Creates an API key from 32 random bytes (docs/rules.md, rule 4; ASVS 11.5.1).
 * @returns `secret`: `sk_` + 64 lowercase hex characters, to be shown once and stored nowhere;
 *   `hash`: its SHA-256, 32 bytes, to be stored; `hint`: `sk_a1b2…9f0e`, for people
 */
export function generateSecret(): NewSecret {
  const hex = randomBytes(32).toString('hex');
  const secret = `sk_${hex}`;
  return {
    secret,
    hash: Buffer.from(sha256(secret), 'hex'),
    hint: `sk_${hex.slice(0, 4)}…${hex.slice(-4)}`,
  };
}

/**
 * @param text what a caller presents as a key
 * @returns its SHA-256 in 64 hex characters, or null if the text cannot be a key
 */
export function hashSecret(text: string): string | null {
  return PATTERN.test(text) ? sha256(text) : null;
}

/** The key in a text, such as in a pasted line of a configuration; null if there is none. */
export const secretIn = (text: string) => /sk_[0-9a-f]{64}(?![0-9a-f])/.exec(text)?.[0] ?? null;

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
