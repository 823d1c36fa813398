import { answer } from '@/lib/api/exchange/exchange';
import { type RouteHandler, throughFramework } from '@/lib/api/exchange/framework';
import type { Responder } from '@/lib/api/exchange/http';
import { authenticateIfSent } from '@/lib/api/key/authenticate';
import type { ApiPath } from '@/lib/api/tags';
import { AppError } from '@/lib/errors';
import { callEndpoint, callOpenEndpoint } from './call';
import type { Endpoint, OpenEndpoint } from './endpoint';
import { refuse } from './refuse';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const DECLARABLE = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type Method = (typeof DECLARABLE)[number];
export type Endpoints = Partial<Record<Method, Endpoint | OpenEndpoint>>;

/** What a route file declares, for the OpenAPI document. */
export type Declared = { path: ApiPath; endpoints: Endpoints };

/** A handler for the framework, with what it does for lib/api/endpoint/direct.ts. */
type Handler = RouteHandler & {
  answer: Responder;
  /** on GET, for the OpenAPI document */
  declared?: Declared;
};

/** What a route file exports. */
export type Route = Record<(typeof METHODS)[number], Handler>;

/**
 * Creates the handlers of a route file. HEAD mirrors GET and OPTIONS answers Allow. Any undeclared
 * method gets 405 with Allow and a problem body (RFC 9110 section 15.5.6); the framework's own 405
 * has neither.
 * @param path as in the OpenAPI document: `/api/invoices/{id}`; its first word is one of TAGS
 */
export function route(path: ApiPath, endpoints: Endpoints): Route {
  const allow = METHODS.filter(
    (method) =>
      method === 'OPTIONS' ||
      endpoints[method === 'HEAD' ? 'GET' : (method as Method)] !== undefined,
  ).join(', ');

  const notAllowed = methodNotAllowed(path, allow);
  const handler = (method: Method): Handler => {
    const endpoint = endpoints[method];
    return handlerOf(endpoint ? serve(path, endpoint) : notAllowed);
  };
  const GET = Object.assign(handler('GET'), { declared: { path, endpoints } });
  return {
    GET,
    HEAD: GET,
    POST: handler('POST'),
    PUT: handler('PUT'),
    PATCH: handler('PATCH'),
    DELETE: handler('DELETE'),
    OPTIONS: handlerOf(options(path, allow)),
  };
}

/** @returns the same answers in each method, for addresses that nothing is declared for */
export function routeOf(answerer: Responder): Route {
  const handler = handlerOf(answerer);
  return Object.fromEntries(METHODS.map((method) => [method, handler])) as Route;
}

export const handlerOf = (answerer: Responder): Handler =>
  Object.assign(throughFramework(answerer), { answer: answerer });

/** @param allow methods that the address takes */
export function methodNotAllowed(path: string, allow: string): Responder {
  return (request) => refuse(new AppError('method_not_allowed'), request, path, { Allow: allow });
}

/**
 * @param allow methods that the address takes
 * @returns what answers OPTIONS with Allow, and methods that no route file exports with 405
 */
export function options(path: string, allow: string): Responder {
  const notAllowed = methodNotAllowed(path, allow);
  const tell: Responder = (request) =>
    answer(request, path, async (exchange) => {
      await authenticateIfSent(exchange);
      const { headers } = exchange;
      headers.set('Allow', allow);
      return { status: 204, headers, body: null };
    });
  return (request, params) => (request.method === 'OPTIONS' ? tell : notAllowed)(request, params);
}

function serve(path: string, endpoint: Endpoint | OpenEndpoint): Responder {
  if (endpoint.access === 'open') {
    return (request) => answer(request, path, (exchange) => callOpenEndpoint(endpoint, exchange));
  }
  return (request, params) =>
    answer(request, path, (exchange) => callEndpoint(endpoint, exchange, params));
}
