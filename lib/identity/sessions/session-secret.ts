import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';

const MIN_CHARACTERS = 32;

let secret: string | undefined;

/**
 * The secret that encrypts session cookies: NEXTAUTH_SECRET. Without it (embedded database only), a
 * random one is stored beside the data, readable only by this user (ASVS 13.3.1).
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

/** Writes the whole file at once, unless another process has already written it. */
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
