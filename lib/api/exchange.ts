import { randomUUID } from 'node:crypto';
import type { VerifiedApiKey } from '@/lib/api-keys/verify';
import type { ApiErrorCode } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { observeRequest } from '@/lib/process/metrics';
import { clientAddress } from '@/lib/request/client-address';
import { otherMethodOf } from './as-sent';
import { problem, toAppError } from './problem';

/** One request to the API, and what is known about its answer so far. */
export type Exchange = {
  request: Request;
  requestId: string;
  /** headers of the answer, whether the request succeeds or fails */
  headers: Headers;
  /** the caller's key, once it is verified */
  apiKey: VerifiedApiKey | null;
};

/**
 * Answers one request of the API: gives it an id, turns errors into problems, and records it in the
 * log and the metrics. Every answer under /api, except next-auth's own, goes through here once.
 * @param route the template of the path, such as `/api/invoices/{id}`
 */
export async function answer(
  request: Request,
  route: string,
  work: (exchange: Exchange) => Promise<Response>,
): Promise<Response> {
  const began = performance.now();
  const requestId = randomUUID();
  const headers = new Headers({
    'X-Request-Id': requestId,
    'Cache-Control': 'private, no-store',
  });
  const exchange: Exchange = { request, requestId, headers, apiKey: null };
  let code: ApiErrorCode | null = null;
  let response: Response;
  try {
    response = await work(exchange);
  } catch (error) {
    const refusal = toAppError(error, requestId);
    code = refusal.code;
    response = problem(refusal, requestId, headers);
  }
  note(exchange, route, response.status, code, performance.now() - began);
  return request.method === 'HEAD' ? withoutBody(response) : response;
}

/** HEAD: the status and headers of GET (RFC 9110 section 9.3.2). */
async function withoutBody({ status, headers, body }: Response): Promise<Response> {
  await body?.cancel();
  return new Response(null, { status, headers });
}

function note(
  { request, requestId, apiKey }: Exchange,
  route: string,
  status: number,
  code: ApiErrorCode | null,
  milliseconds: number,
): void {
  const otherMethod = otherMethodOf(request);
  // One name for all of them, as OpenTelemetry has it: what a caller makes up adds no series.
  const method = otherMethod === null ? request.method : '_OTHER';
  observeRequest({ method, route, status, seconds: milliseconds / 1000 });
  const line = {
    requestId,
    method: otherMethod ?? method,
    route,
    status,
    durationMs: Math.round(milliseconds * 10) / 10,
    apiKeyId: apiKey?.id,
    workspaceId: apiKey?.workspaceId,
  };
  if (code === null) log.info(line, 'request');
  // A refused caller may be guessing keys, so the log has their address (ASVS 16.3).
  else
    log.warn({ ...line, code, clientAddress: clientAddress(request.headers) }, 'request refused');
}
