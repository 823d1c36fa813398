import { hashSecret } from '@/lib/api-keys/secret';
import { countUse } from '@/lib/api-keys/usage';
import { type VerifiedApiKey, verifyApiKey } from '@/lib/api-keys/verify';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/request/client-address';
import { readBearer } from './bearer';
import type { Exchange } from './exchange';
import { assertMayTry, hasWorked, noteFailure, noteSuccess } from './failed-authentication';
import { countAgainstLimit, setRateLimitHeaders } from './rate-limit';

/**
 * Finds out which key makes this request, and counts the request against its limit (docs/rules.md,
 * rules 6 to 8).
 * @returns the key, verified
 * @throws AppError `missing_credentials`, `invalid_api_key` or `rate_limited`
 */
export async function authenticate(exchange: Exchange): Promise<VerifiedApiKey> {
  const { headers } = exchange.request;
  const hash = hashSecret(readBearer(headers.get('authorization')));
  const apiKey = await verify(hash, headers);
  exchange.apiKey = apiKey;

  const limit = await countAgainstLimit(apiKey);
  setRateLimitHeaders(exchange.headers, limit);
  countUse(apiKey.id, { rateLimited: limit.exceeded });
  if (limit.exceeded) throw new AppError('rate_limited', { retryAfter: limit.resetAfter });
  return apiKey;
}

/** Every wrong key gets the same answer, so that the caller does not learn why it is wrong. */
async function verify(hash: string | null, headers: Headers): Promise<VerifiedApiKey> {
  const isFamiliar = hash !== null && hasWorked(hash);
  if (!isFamiliar) await assertMayTry(clientAddress(headers));
  const apiKey = hash && (await verifyApiKey(hash));
  if (!apiKey) {
    await noteFailure(clientAddress(headers), hash);
    throw new AppError('invalid_api_key');
  }
  if (!isFamiliar) noteSuccess(hash);
  return apiKey;
}
