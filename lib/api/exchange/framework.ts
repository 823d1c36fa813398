import type { Answer, Answerer, ApiRequest } from './http';

/** A handler as the framework calls it. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<object> },
) => Promise<Response>;

/**
 * A request as it was sent. The framework changes what it hands to route files, so server/edge.mjs
 * keeps the original in headers, which no caller can set.
 */
const METHOD = 'x-zendrhax-method';
const QUERY = 'x-zendrhax-query';

/** Makes a handler for a route file. In production it serves only what lib/api/endpoint/direct.ts leaves. */
export function throughFramework(answer: Answerer): RouteHandler {
  return async (request, { params }) => {
    const parts = (await params) as Record<string, string>;
    return toResponse(request, await answer(asSent(request), parts));
  };
}

export function asSent({ method, url, headers, body }: Request): ApiRequest {
  const { pathname, search } = new URL(url);
  return {
    method: headers.get(METHOD) ?? method,
    // The framework drops some parameters, such as `__proto__`.
    target: pathname + (headers.get(QUERY) ?? search),
    headers,
    body,
  };
}

/** HEAD gets the status and headers of GET (RFC 9110 section 9.3.2). */
export function toResponse({ method }: Request, { status, headers, body }: Answer): Response {
  return new Response(method === 'HEAD' ? null : body, { status, headers: [...headers] });
}
