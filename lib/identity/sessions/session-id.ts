import { createHash, randomBytes } from 'node:crypto';

/** @returns a new session id: 256 random bits as base64url (ASVS 7.2.3) */
export const newSessionId = () => randomBytes(32).toString('base64url');

/** @returns the SHA-256 of a session id, 32 bytes, which is what the database stores */
export const hashSessionId = (sessionId: string): Buffer<ArrayBuffer> =>
  createHash('sha256').update(sessionId).digest();
