import type { Env } from './env';
import { isLoopback } from './facts/listen-address.mjs';

/**
 * The settings by which something would cross a network in plain text: a database or Redis without TLS on
 * another host, and a public origin without https (ASVS 12.2.1, 12.3.1).
 * @returns names of the settings; never their values, which hold passwords
 */
export function unencrypted(
  settings: Pick<Env, 'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'REDIS_URL' | 'NEXTAUTH_URL'>,
): string[] {
  const { DATABASE_URL, DATABASE_DIRECT_URL, REDIS_URL, NEXTAUTH_URL } = settings;
  const found = {
    DATABASE_URL: isPlainDatabase(DATABASE_URL),
    DATABASE_DIRECT_URL: isPlainDatabase(DATABASE_DIRECT_URL),
    REDIS_URL: isElsewhere(REDIS_URL) && new URL(String(REDIS_URL)).protocol === 'redis:',
    NEXTAUTH_URL: isElsewhere(NEXTAUTH_URL) && new URL(NEXTAUTH_URL).protocol === 'http:',
  };
  return Object.entries(found).flatMap(([name, isPlain]) => (isPlain ? [name] : []));
}

/** The driver uses TLS only where the address says so. */
function isPlainDatabase(url: string | undefined): boolean {
  if (!isElsewhere(url)) return false;
  const { searchParams } = new URL(String(url));
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl') ?? 'disable';
  return ['disable', 'false', '0'].includes(mode);
}

/** A socket in a folder has no host. */
function isElsewhere(url: string | undefined): boolean {
  if (!url) return false;
  const { hostname } = new URL(url);
  return hostname !== '' && !isLoopback(hostname);
}
