import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { problem } from './problem';
import type { RouteHandler } from './with-api-key';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Method = (typeof METHODS)[number];
type Route = Record<Method | 'OPTIONS', RouteHandler>;

/**
 * Completes a route: HEAD mirrors GET, OPTIONS answers Allow, and every method it does not have
 * gets 405 with Allow and a problem body (RFC 9110 section 15.5.6). Left to itself the framework
 * answers 405 with neither.
 */
export function route(handlers: Partial<Record<Method, RouteHandler>>): Route {
  const own = { ...handlers, ...(handlers.GET && { HEAD: head(handlers.GET) }) };
  const allow = [...METHODS.filter((method) => own[method]), 'OPTIONS'].join(', ');

  const refuse: RouteHandler = async () =>
    refusal(new AppError('method_not_allowed'), { Allow: allow });
  const options: RouteHandler = async () =>
    new Response(null, { status: 204, headers: { Allow: allow } });
  const all = METHODS.map((method) => [method, own[method] ?? refuse]);
  return { ...Object.fromEntries(all), OPTIONS: options } as Route;
}

/** A problem answer for a request that no endpoint sees. */
export function refusal(error: AppError, headers: Record<string, string> = {}): Response {
  const requestId = randomUUID();
  const all = { 'X-Request-Id': requestId, 'Cache-Control': 'private, no-store', ...headers };
  return problem(error, requestId, new Headers(all));
}

function head(get: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers, body } = await get(request, context);
    await body?.cancel();
    return new Response(null, { status, headers });
  };
}
