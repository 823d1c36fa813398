import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { codeInText } from './code-in-text';

/**
 * Creates the secret of a mailed link: 256 random bits. Only its SHA-256 is stored
 * (ASVS 6.5.2, 7.2.3).
 */
export function makeToken(): { token: string; tokenHash: Buffer<ArrayBuffer> } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** A token as people copy it: alone, or with whatever it stands in. */
export const oneTimeToken = z
  .string()
  .refine((text) => text.trim() !== '', {
    params: { code: 'required' },
    error: 'This must not be empty.',
    abort: true,
  })
  .transform((text) => codeInText(text) ?? '')
  .refine((code) => code !== '', {
    params: { code: 'one_time_token' },
    error: 'This is not a code from an email.',
  });

/** @param token whatever was posted */
export function hashToken(token: unknown): Buffer<ArrayBuffer> {
  return createHash('sha256').update(String(token).trim()).digest();
}
