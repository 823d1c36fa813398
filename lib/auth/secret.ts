import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';

const MIN_CHARACTERS = 32;

let secret: string | undefined;

/**
 * The secret that session cookies are encrypted with: NEXTAUTH_SECRET, or for the embedded database
 * one drawn at its first start and kept beside it, readable by this user alone (ASVS 13.3.1).
 * @throws Error when the kept secret has been damaged
 */
export function sessionSecret(): string {
  secret ??= env.NEXTAUTH_SECRET ?? keptSecret(join(env.DATA_DIR, 'session-secret'));
  return secret;
}

function keptSecret(file: string): string {
  if (!existsSync(file)) keep(randomBytes(32).toString('base64url'), file);
  const kept = readFileSync(file, 'utf8');
  if (kept.length >= MIN_CHARACTERS) return kept;
  throw new Error(`${file} is damaged. Delete it: everyone has to sign in again, nothing is lost.`);
}

/** All of it or nothing, and whoever is first wins. */
function keep(value: string, file: string): void {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, value, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
