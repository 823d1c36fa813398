import type { Exchange } from '@/lib/api/exchange/exchange';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { type VerifiedApiKey, verifyApiKey } from '@/lib/api-keys/secret/verify';
import { AppError } from '@/lib/errors';
import { clientAddress, wholeAddress } from '@/lib/request/client-address';
import { isBearer, readBearer } from './bearer';
import { refuseWrongKey } from './failed-authentication';
import { countAgainstLimit, setRateLimitHeaders } from './rate-limit';

const UNKNOWN = { apiKey: null, refused: null };

/**
 * Finds out which key makes this request, and counts the request against its limit (docs/rules.md,
 * rules 6 to 8). Every answer to a key that expires says when that is (RFC 3339).
 * @returns the key, verified
 * @throws AppError `missing_credentials`, `invalid_api_key` or `rate_limited`
 */
export async function authenticate(exchange: Exchange): Promise<VerifiedApiKey> {
  const { headers } = exchange.request;
  const hash = hashSecret(readBearer(headers.get('authorization')));
  const { apiKey, refused } = hash ? await verifyApiKey(hash, wholeAddress(headers)) : UNKNOWN;
  if (!apiKey) {
    exchange.refused = refused;
    return refuseWrongKey(clientAddress(headers));
  }
  exchange.apiKey = apiKey;
  // Whoever runs the script may not be who reads the mails about its key.
  const { expiresAt } = apiKey;
  if (expiresAt) exchange.headers.set('X-Api-Key-Expires-At', expiresAt.toISOString());

  const limit = await countAgainstLimit(apiKey);
  setRateLimitHeaders(exchange.headers, limit);
  if (limit.exceeded) throw new AppError('rate_limited', { retryAfter: limit.resetAfter });
  return apiKey;
}

/**
 * For answers that need no key. Whoever sends one is told their limit here too, and a wrong one is
 * refused and counted as anywhere: otherwise keys could be tried here without end.
 * @throws AppError `invalid_api_key` or `rate_limited`
 */
export async function authenticateIfSent(exchange: Exchange): Promise<void> {
  if (isBearer(exchange.request.headers.get('authorization'))) await authenticate(exchange);
}
