import { randomUUID } from 'node:crypto';
import type { ApiKeyActor } from '@/lib/actor';
import { countUse } from '@/lib/api-keys/usage';
import { type VerifiedApiKey, verifyApiKey } from '@/lib/api-keys/verify';
import { AppError } from '@/lib/errors';
import { readBearer } from './bearer';
import { problem } from './problem';
import { countAgainstLimit, setRateLimitHeaders } from './rate-limit';

/** One authenticated request, as an endpoint sees it. */
export type ApiCall = {
  actor: ApiKeyActor;
  apiKey: VerifiedApiKey;
  url: URL;
  /** the path's parameters, raw */
  params: Record<string, string>;
  /** headers of the answer, for an endpoint that adds one */
  headers: Headers;
};

/** Answers with what becomes the JSON body. */
export type Endpoint = (call: ApiCall) => Promise<object> | object;

export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * Puts an endpoint behind an API key: Bearer, verify, limit, actor, endpoint, problem+json. What the
 * key may do is for the domain verb to decide.
 */
export function withApiKey(endpoint: Endpoint): RouteHandler {
  return async (request, { params }) => {
    const requestId = randomUUID();
    const headers = new Headers({
      'X-Request-Id': requestId,
      'Cache-Control': 'private, no-store',
    });
    try {
      const apiKey = await verifyApiKey(readBearer(request.headers.get('authorization')));
      if (!apiKey) throw new AppError('invalid_api_key');
      await limit(apiKey, headers);
      const body = await endpoint({
        actor: toActor(apiKey),
        apiKey,
        url: new URL(request.url),
        params: await params,
        headers,
      });
      return Response.json(body, { headers });
    } catch (error) {
      return problem(error, requestId, headers);
    }
  };
}

async function limit({ id, requestsPerMinute }: VerifiedApiKey, headers: Headers): Promise<void> {
  const rateLimit = await countAgainstLimit(id, requestsPerMinute);
  setRateLimitHeaders(headers, rateLimit);
  countUse(id, { rateLimited: rateLimit.exceeded });
  if (rateLimit.exceeded) {
    throw new AppError('rate_limited', { retryAfter: rateLimit.resetAfter });
  }
}

function toActor({ id, workspaceId, scopes }: VerifiedApiKey): ApiKeyActor {
  return { kind: 'apiKey', apiKeyId: id, workspaceId, scopes };
}
