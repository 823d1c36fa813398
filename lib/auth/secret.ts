import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';

/**
 * The secret that session cookies are encrypted with: NEXTAUTH_SECRET, or for the embedded database
 * one made at its first start and kept beside it, readable by this user alone (ASVS 13.3.1).
 */
export function sessionSecret(): string {
  return env.NEXTAUTH_SECRET ?? embeddedSecret(join(env.DATA_DIR, 'session-secret'));
}

function embeddedSecret(file: string): string {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
