import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { count } from '@/lib/limits/limiter';
import { log } from '@/lib/process/log';
import { publicKeyIn } from './signature';

const TIMEOUT_MS = 5_000;
const TRY_AGAIN_SECONDS = 30;
/** What strangers make up must not have us ask GitHub without end. */
const LIMIT = { name: 'github-public-keys', quota: 10, windowSeconds: 60 };
/** Ids that GitHub did not know; strangers can make up more. */
const MAX_UNKNOWN = 1_000;
/** It has signed with a key before it had published it. */
const UNKNOWN_FOR_MS = 3_600_000;

const listed = z.object({
  public_keys: z.array(z.object({ key_identifier: z.string(), key: z.string() })).max(100),
});

/**
 * Remembers the public keys that GitHub signs reports with, by their ids, and asks for them again for each
 * id that it has not heard of, once in an hour.
 * @param url where they are
 * @returns the key with an id; undefined if there is none
 * @throws AppError `unavailable` while they cannot be had
 */
export function publicKeysAt(url: string): (id: string) => Promise<KeyObject | undefined> {
  let known = new Map<string, KeyObject>();
  /** with until when */
  const unknown = new Map<string, number>();
  let asking: Promise<Map<string, KeyObject>> | undefined;

  return async (id) => {
    if (known.has(id) || Number(unknown.get(id)) > performance.now()) return known.get(id);
    asking ??= ask(url).finally(() => {
      asking = undefined;
    });
    known = await asking;
    if (!known.has(id)) {
      if (unknown.size >= MAX_UNKNOWN) unknown.clear();
      unknown.set(id, performance.now() + UNKNOWN_FOR_MS);
    }
    return known.get(id);
  };
}

async function ask(url: string): Promise<Map<string, KeyObject>> {
  const { used, resetAfter } = await count(LIMIT, 'all');
  if (used > LIMIT.quota) throw new AppError('unavailable', { retryAfter: resetAfter });
  try {
    const headers = { Accept: 'application/json', 'User-Agent': 'Zendrhax' };
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
    const { public_keys: keys } = listed.parse(await answer.json());
    return new Map(keys.map(({ key_identifier, key }) => [key_identifier, publicKeyIn(key)]));
  } catch (error) {
    log.warn({ err: error }, 'the public keys of secret scanning could not be read');
    throw new AppError('unavailable', { retryAfter: TRY_AGAIN_SECONDS });
  }
}
