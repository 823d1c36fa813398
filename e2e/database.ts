import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let opened: ReturnType<typeof load> | undefined;

/** The domain, on the database of the server under test: what a test does, another instance would. */
export function domain() {
  opened ??= load();
  return opened;
}

async function load() {
  const file = join(String(process.env.E2E_DATA_DIR), 'database-url');
  process.env.DATABASE_URL = readFileSync(file, 'utf8');
  process.env.LOG_LEVEL = 'silent';
  // The domain reads its settings when it is loaded, and so is loaded only now.
  const { db } = await import('@/lib/database/client');
  const { startSession } = await import('@/lib/identity/sessions/sessions');
  const { hashSessionId } = await import('@/lib/identity/sessions/session-id');
  const { hashPassword } = await import('@/lib/identity/passwords/passwords');
  const { createApiKey } = await import('@/lib/api-keys/change/create-api-key');
  const { cookieName } = await import('@/lib/request/cookie-name');
  return { db, startSession, hashSessionId, hashPassword, createApiKey, cookieName };
}
