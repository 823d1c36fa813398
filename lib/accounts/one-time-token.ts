import { createHash, randomBytes } from 'node:crypto';

/**
 * Creates the secret of a mailed link: 256 random bits. Only its SHA-256 is stored
 * (ASVS 6.5.2, 7.2.3).
 */
export function makeToken(): { token: string; tokenHash: Buffer<ArrayBuffer> } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** @param token whatever was posted */
export function hashToken(token: unknown): Buffer<ArrayBuffer> {
  return createHash('sha256').update(String(token).trim()).digest();
}
