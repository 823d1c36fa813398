import { z } from 'zod';
import { assertScope } from '@/lib/actor';
import type { Exchange } from '@/lib/api/exchange/exchange';
import type { ApiRequest, ApiResponse } from '@/lib/api/exchange/http';
import { authenticate } from '@/lib/api/key/authenticate';
import { preconditionsOf } from '@/lib/etag';
import { countOrRefuse } from '@/lib/limits/limiter';
import { clientAddress } from '@/lib/request/client-address';
import { parse, parseQuery } from '@/lib/validation';
import { readJson } from './body';
import type { Call, Endpoint, OpenEndpoint } from './endpoint';
import { replayOrRun } from './idempotency';
import { parametersOf } from './query';
import { changed, read } from './success';

const NO_PARAMETERS = z.strictObject({});
const NO_BODY = z.strictObject({}).optional();

/** The few documents of open endpoints, compressed once: nobody can have that done again and again. */
const documents = new Map<string, Promise<Buffer<ArrayBuffer>>>();

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
  return run(endpoint, { ...call, body }, isRead(request) ? request : undefined);
}

/**
 * Answers one request with an endpoint that needs no key. Parameters mean nothing to it, nor does a key.
 */
export async function callOpenEndpoint(
  { takes, status = 200, etag, handle }: OpenEndpoint,
  { request, headers }: Exchange,
): Promise<ApiResponse> {
  const address = clientAddress(request.headers);
  if (takes) {
    await countOrRefuse(takes.limit, address);
    const { body } = await readJson(request, takes.body, takes.maxBytes);
    return changed(await handle({ body, address }), status, new Map(headers), {});
  }
  const body = await handle({ body: undefined, address });
  if (!etag) return read(body, headers, request, {});
  // The answer is the same for everyone. A cache may keep it, if it asks each time whether it still
  // holds.
  headers.set('Cache-Control', 'no-cache');
  return read(body, headers, request, { etag, kept: documents });
}

async function readBody(endpoint: Endpoint, request: ApiRequest) {
  const read = await readJson(request, endpoint.body);
  if (!endpoint.body) parse(NO_BODY, read.body);
  return read;
}

const isRead = ({ method }: ApiRequest) => method === 'GET' || method === 'HEAD';

/** @param reads the request, if it only reads. The verb of a change checks its preconditions itself. */
async function run(
  { handle, status = 200, etag }: Endpoint,
  call: Call,
  reads?: ApiRequest,
): Promise<ApiResponse> {
  const body = await handle(call);
  const { headers } = call;
  if (status === 204) return { status, headers, body: null };
  if (reads) return read(body, headers, reads, { etag });
  return changed(body, status, headers, { etag });
}
