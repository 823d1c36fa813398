import type { ApiPath } from '@/lib/api/openapi/tags';
import { AppError } from '@/lib/errors';
import { otherMethodOf } from './as-sent';
import { authenticateIfSent } from './authenticate';
import { callEndpoint, callOpenEndpoint } from './call';
import type { Endpoint, OpenEndpoint } from './endpoint';
import { answer } from './exchange';
import { refuse } from './refuse';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const DECLARABLE = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type Method = (typeof DECLARABLE)[number];
export type Endpoints = Partial<Record<Method, Endpoint | OpenEndpoint>>;

/** What a route file declares, for the OpenAPI document. */
export type Declared = { path: ApiPath; endpoints: Endpoints };

export type RouteHandler = ((
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>) & {
  /** on GET, for the OpenAPI document */
  declared?: Declared;
};

type Answerer = (request: Request) => Promise<Response>;

export type Route = Record<(typeof METHODS)[number], RouteHandler>;

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
  const handler = (method: Method): RouteHandler => {
    const endpoint = endpoints[method];
    return endpoint ? serve(path, endpoint) : notAllowed;
  };
  const GET = Object.assign(handler('GET'), { declared: { path, endpoints } });
  return {
    GET,
    HEAD: GET,
    POST: handler('POST'),
    PUT: handler('PUT'),
    PATCH: handler('PATCH'),
    DELETE: handler('DELETE'),
    OPTIONS: options(path, allow),
  };
}

/** @param allow methods that the address takes */
export function methodNotAllowed(path: string, allow: string): Answerer {
  return (request) => refuse(new AppError('method_not_allowed'), request, path, { Allow: allow });
}

/**
 * @param allow methods that the address takes
 * @returns a handler: answers OPTIONS with Allow, and methods that server/edge.mjs renamed with 405
 */
export function options(path: string, allow: string): Answerer {
  const notAllowed = methodNotAllowed(path, allow);
  const tell = (request: Request) =>
    answer(request, path, async (exchange) => {
      await authenticateIfSent(exchange);
      const { headers } = exchange;
      headers.set('Allow', allow);
      return new Response(null, { status: 204, headers });
    });
  return (request) => (otherMethodOf(request) === null ? tell : notAllowed)(request);
}

function serve(path: string, endpoint: Endpoint | OpenEndpoint): RouteHandler {
  if (endpoint.access === 'open') {
    return (request) => answer(request, path, (exchange) => callOpenEndpoint(endpoint, exchange));
  }
  return (request, { params }) =>
    answer(request, path, async (exchange) => callEndpoint(endpoint, exchange, await params));
}
