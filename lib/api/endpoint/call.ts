import { z } from 'zod';
import { assertScope } from '@/lib/actor';
import type { Exchange } from '@/lib/api/exchange/exchange';
import { type ApiRequest, type ApiResponse, json } from '@/lib/api/exchange/http';
import { authenticate } from '@/lib/api/key/authenticate';
import { NO_PRECONDITIONS, preconditionsOf } from '@/lib/etag';
import { parse, parseQuery } from '@/lib/validation';
import { readJson } from './body';
import type { Call, Endpoint, OpenEndpoint } from './endpoint';
import { replayOrRun } from './idempotency';
import { parametersOf } from './query';
import { withEtag } from './with-etag';

const NO_PARAMETERS = z.strictObject({});
const NO_BODY = z.strictObject({}).optional();

/**
 * Answers one request with an endpoint: key, scope, parameters, body, handler.
 * @param params the `{…}` parts of the path, raw
 */
export async function callEndpoint(
  endpoint: Endpoint,
  exchange: Exchange,
  params: Record<string, string>,
): Promise<ApiResponse> {
  const { request } = exchange;
  const apiKey = await authenticate(exchange);
  // A copy: headers that a handler adds, such as Location, must not reach an error answer.
  const headers = new Map(exchange.headers);
  const { id: apiKeyId, workspaceId, scopes } = apiKey;
  const actor = { kind: 'apiKey', apiKeyId, workspaceId, scopes } as const;
  if (endpoint.scope) assertScope(actor, endpoint.scope);

  const { target } = request;
  const query = parametersOf(target);
  if (!endpoint.query) parseQuery(NO_PARAMETERS, query);
  const call: Omit<Call, 'body'> = {
    ...{ actor, apiKey, params, query, target, headers },
    preconditions: preconditionsOf(request.headers),
  };

  if (request.method === 'POST') {
    const { body, bytes } = await readBody(endpoint, request);
    const post = { request, bytes, apiKeyId, headers, etag: endpoint.etag };
    return replayOrRun(post, () => run(endpoint, { ...call, body }));
  }
  const { body } = endpoint.body ? await readBody(endpoint, request) : { body: undefined };
  // The verb of a change checks its preconditions itself, before it changes anything.
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return run(endpoint, { ...call, body }, isRead ? call.preconditions : NO_PRECONDITIONS);
}

/** Answers one request with an endpoint that needs no key. Parameters mean nothing to it. */
export async function callOpenEndpoint(
  { etag, handle }: OpenEndpoint,
  { request, headers }: Exchange,
): Promise<ApiResponse> {
  const body = await handle();
  if (!etag) return json(body, 200, headers);
  // The answer is the same for everyone. A cache may keep it, if it asks each time whether it still
  // holds.
  headers.set('Cache-Control', 'no-cache');
  return withEtag(body, 200, headers, preconditionsOf(request.headers));
}

async function readBody(endpoint: Endpoint, request: ApiRequest) {
  const read = await readJson(request, endpoint.body);
  if (!endpoint.body) parse(NO_BODY, read.body);
  return read;
}

async function run(
  { handle, status = 200, etag }: Endpoint,
  call: Call,
  preconditions = NO_PRECONDITIONS,
): Promise<ApiResponse> {
  const body = await handle(call);
  const { headers } = call;
  if (status === 204) return { status, headers, body: null };
  if (!etag) return json(body, status, headers);
  return withEtag(body, status, headers, preconditions);
}
