import { randomUUID } from 'node:crypto';
import type { RefusedApiKey, VerifiedApiKey } from '@/lib/api-keys/secret/verify';
import { countUsage } from '@/lib/api-keys/usage/count-usage';
import type { ApiErrorCode } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { observeRequest } from '@/lib/process/metrics';
import { clientAddress } from '@/lib/request/client-address';
import type { ApiRequest, ApiResponse, ResponseHeaders } from './http';
import { problem, toAppError } from './problem';

/** The methods that have a series of metrics each. */
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** One request to the API, and what is known about its answer so far. */
export type Exchange = {
  request: ApiRequest;
  requestId: string;
  /** headers of the answer, whether the request succeeds or fails */
  headers: ResponseHeaders;
  /** the caller's key, once it is verified */
  apiKey: VerifiedApiKey | null;
  /** a key that exists and does not open the API now, or not from there; the caller is told nothing of it */
  refused: RefusedApiKey | null;
};

/**
 * Answers one request of the API: gives it an id, turns errors into problems, and records it in the
 * log, the metrics and the use of its key. Every answer under /api, except next-auth's own, goes through here once.
 * @param route the template of the path, such as `/api/invoices/{id}`
 */
export async function answer(
  request: ApiRequest,
  route: string,
  work: (exchange: Exchange) => Promise<ApiResponse>,
): Promise<ApiResponse> {
  const began = performance.now();
  const requestId = randomUUID();
  const headers: ResponseHeaders = new Map([
    ['X-Request-Id', requestId],
    ['Cache-Control', 'private, no-store'],
  ]);
  const exchange: Exchange = { request, requestId, headers, apiKey: null, refused: null };
  let code: ApiErrorCode | null = null;
  let answered: ApiResponse;
  try {
    answered = await work(exchange);
  } catch (error) {
    const refusal = toAppError(error, requestId);
    code = refusal.code;
    answered = problem(refusal, requestId, headers);
  }
  note(exchange, route, answered.status, code, performance.now() - began);
  return answered;
}

function note(
  { request, requestId, apiKey, refused }: Exchange,
  route: string,
  status: number,
  code: ApiErrorCode | null,
  milliseconds: number,
): void {
  // One name for all others, as OpenTelemetry has it: what a caller makes up adds no series.
  const method = KNOWN_METHODS.includes(request.method) ? request.method : '_OTHER';
  observeRequest({ method, route, status, seconds: milliseconds / 1000 });
  const key = apiKey ?? refused;
  const address = key || code ? clientAddress(request.headers) : '';
  if (key) {
    const userAgent = request.headers.get('user-agent');
    const kind = { isRefused: apiKey === null, isElsewhere: refused?.isElsewhere ?? false };
    countUsage({ key, ...kind, method, route, status, requestId, address, userAgent });
  }
  const line = {
    requestId,
    method: request.method,
    route,
    status,
    durationMs: Math.round(milliseconds * 10) / 10,
    apiKeyId: apiKey?.id,
    workspaceId: apiKey?.workspaceId,
  };
  if (code === null) log.info(line, 'request');
  // A refused caller may be guessing keys, so the log has their address (ASVS 16.3).
  else log.warn({ ...line, code, clientAddress: address }, 'request refused');
}
