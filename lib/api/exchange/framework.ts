import { SENT_METHOD, SENT_QUERY } from '@/lib/facts/internal-headers.mjs';
import type { ApiRequest, ApiResponse, Responder } from './http';

/** A handler as the framework calls it. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<object> },
) => Promise<Response>;

/** Makes a handler for a route file. In production it serves only what lib/api/endpoint/direct.ts leaves. */
export function throughFramework(answer: Responder): RouteHandler {
  return async (request, { params }) => {
    const parts = (await params) as Record<string, string>;
    return toResponse(request, await answer(asSent(request), parts));
  };
}

/** A request as it was sent: server/edge.mjs keeps what the framework changes in headers of its own. */
export function asSent({ method, url, headers, body }: Request): ApiRequest {
  const { pathname, search } = new URL(url);
  return {
    method: headers.get(SENT_METHOD) ?? method,
    // The framework drops some parameters, such as `__proto__`.
    target: pathname + (headers.get(SENT_QUERY) ?? search),
    headers,
    body,
  };
}

/** HEAD gets the status and headers of GET (RFC 9110 section 9.3.2). */
export function toResponse({ method }: Request, { status, headers, body }: ApiResponse): Response {
  return new Response(method === 'HEAD' ? null : body, { status, headers: [...headers] });
}
