import { createHash } from 'node:crypto';
import type { ApiRequest, ApiResponse, ResponseHeaders } from '@/lib/api/exchange/http';
import { rotationChain } from '@/lib/api-keys/rotation/rotation-chain';
import { db } from '@/lib/database/client';
import { databaseDate, databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { etagOf } from '@/lib/etag';
import { hasKey } from '@/lib/text';
import type { Prisma } from '@/prisma/generated/client';

const KEEP_MS = 86_400_000;

const BARE = /^[\x21\x23-\x5b\x5d-\x7e][\x21-\x7e]{0,254}$/;
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/;

type Post = {
  request: ApiRequest;
  /** the body as it was sent */
  bytes: Uint8Array;
  apiKeyId: string;
  headers: ResponseHeaders;
  /** whether its answer has an ETag */
  etag: true | undefined;
};

/**
 * Runs a POST once per Idempotency-Key and API key, what that was rotated from or to included. Its
 * changes and its stored answer are committed together: a crash leaves both or neither. A refused
 * request changes nothing and is not stored, so the same key may be used again with a corrected one.
 * @param run answers the request; its changes must go through inTransaction
 * @returns its answer, or the stored one with `Idempotency-Replayed: true`
 * @throws AppError `invalid_request`, `idempotency_key_in_progress`, `idempotency_key_reused`, or
 *   what `run` throws
 */
export async function replayOrRun(
  post: Post,
  run: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
  const idempotencyKey = readIdempotencyKey(post.request.headers.get('idempotency-key'));
  if (idempotencyKey === null) return run();
  const { apiKeyId, headers } = post;
  const requestHash = hashOf(post);

  return inTransaction(async (tx) => {
    const chain = await rotationChain(tx, apiKeyId);
    await takeTurn(tx, chain[0], idempotencyKey);
    const stored = await tx.idempotencyRecord.findFirst({
      where: { apiKeyId: { in: chain }, idempotencyKey, expiresAt: { gt: databaseDate() } },
    });
    if (stored) {
      if (!requestHash.equals(stored.requestHash)) throw new AppError('idempotency_key_reused');
      headers.set('Idempotency-Replayed', 'true');
      if (stored.body) headers.set('Content-Type', 'application/json');
      if (post.etag && stored.body) headers.set('ETag', etagOf(stored.body));
      if (stored.location) headers.set('Location', stored.location);
      return { status: stored.status, headers, body: stored.body || null };
    }
    const answer = await run();
    const record = {
      requestHash,
      status: answer.status,
      location: answer.headers.get('Location') ?? null,
      body: String(answer.body ?? ''),
      createdAt: databaseDate(),
      expiresAt: new Date(databaseTime() + KEEP_MS),
    };
    await tx.idempotencyRecord.upsert({
      where: { apiKeyId_idempotencyKey: { apiKeyId, idempotencyKey } },
      create: { apiKeyId, idempotencyKey, ...record },
      update: record,
      select: { status: true },
    });
    return answer;
  });
}

/**
 * Reads the header, quoted as in the IETF draft (RFC 9651 string) or bare, as most clients send it.
 * @returns 1 to 255 characters, or null when there is none
 * @throws AppError `invalid_request`
 */
export function readIdempotencyKey(header: string | null): string | null {
  if (header === null) return null;
  const quoted = QUOTED.exec(header)?.[1];
  const key = quoted ? quoted.replace(/\\(.)/g, '$1') : header;
  if (hasKey(key)) {
    throw new AppError('invalid_request', { detail: 'Idempotency-Key must not be an API key.' });
  }
  if (quoted || BARE.test(header)) return key;
  throw new AppError('invalid_request', {
    detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters, bare or in quotes.',
  });
}

/**
 * Locks the Idempotency-Key until the transaction ends, and refuses a second request meanwhile. The
 * embedded database runs one transaction at a time: there the second request waits and replays.
 */
async function takeTurn(tx: Prisma.TransactionClient, oldestId: string, idempotencyKey: string) {
  const [turn] = await tx.$queryRaw<[{ taken: boolean }]>`
    select pg_try_advisory_xact_lock(
      hashtextextended(${`${oldestId} ${idempotencyKey}`}, 0)
    ) as taken`;
  if (!turn.taken) throw new AppError('idempotency_key_in_progress');
}

/** Two requests are the same if method, address and every byte of the body are. */
function hashOf({ request, bytes }: Post): Buffer<ArrayBuffer> {
  const line = `${request.method} ${request.target}\n`;
  return createHash('sha256').update(line).update(bytes).digest();
}

/** Removes stored answers that have expired. */
export async function removeExpiredAnswers(): Promise<void> {
  await db.idempotencyRecord.deleteMany({ where: { expiresAt: { lt: databaseDate() } } });
}
