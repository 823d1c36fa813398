import { z } from 'zod';
import { assertScope } from '@/lib/actor';
import { parse, parseQuery } from '@/lib/validation';
import { authenticate } from './authenticate';
import { readJson } from './body';
import type { Call, Endpoint, OpenEndpoint } from './endpoint';
import type { Exchange } from './exchange';
import { replayOrRun } from './idempotency';
import { queryObject } from './query';

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
): Promise<Response> {
  const { request } = exchange;
  const apiKey = await authenticate(exchange);
  // A copy: headers that a handler adds, such as Location, must not reach an error answer.
  const headers = new Headers(exchange.headers);
  const { id: apiKeyId, workspaceId, scopes } = apiKey;
  const actor = { kind: 'apiKey', apiKeyId, workspaceId, scopes } as const;
  if (endpoint.scope) assertScope(actor, endpoint.scope);

  const url = new URL(request.url);
  const query = queryObject(url.searchParams);
  if (!endpoint.query) parseQuery(NO_PARAMETERS, query);
  const call: Omit<Call, 'body'> = { actor, apiKey, params, query, url, headers };

  if (request.method === 'POST') {
    const { body, bytes } = await readBody(endpoint, request);
    return replayOrRun({ request, url, bytes, apiKeyId, headers }, () =>
      run(endpoint, { ...call, body }),
    );
  }
  const { body } = endpoint.body ? await readBody(endpoint, request) : { body: undefined };
  return run(endpoint, { ...call, body });
}

/** Answers one request with an endpoint that needs no key. */
export async function callOpenEndpoint(
  endpoint: OpenEndpoint,
  { request, headers }: Exchange,
): Promise<Response> {
  parseQuery(NO_PARAMETERS, queryObject(new URL(request.url).searchParams));
  return Response.json(await endpoint.handle(), { headers });
}

async function readBody(endpoint: Endpoint, request: Request) {
  const read = await readJson(request, { required: endpoint.body !== undefined });
  if (!endpoint.body) parse(NO_BODY, read.body);
  return read;
}

async function run({ handle, status = 200 }: Endpoint, call: Call): Promise<Response> {
  const body = await handle(call);
  const { headers } = call;
  if (status === 204) return new Response(null, { status, headers });
  return Response.json(body, { status, headers });
}
