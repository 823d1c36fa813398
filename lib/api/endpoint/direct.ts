import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiRequest, type ApiResponse, pathOf } from '@/lib/api/exchange/http';
import { log } from '@/lib/process/log';
import type { Route } from './route';

/** What answers an address, with the headers that any answer of it has: names and values in turn. */
type Found = { route: Route; params: Record<string, string>; headers: readonly string[] };

declare global {
  interface ZendrhaxProcess {
    /** see {@link directly}; without it, as before the start, the framework answers */
    api: ReturnType<typeof directly>;
  }
}

/**
 * Addresses that can be read in one way only. One with an escape, a dot segment or an empty segment
 * is left to the framework, which decides what it means.
 */
const PLAIN = /^\/api(?:\/(?!\.{1,2}(?:[/?]|$))[\w.~:@!$&'()*+,;=-]+)*\/*(?:\?|$)/;

/**
 * Answers requests to the API without the framework: server/serve.mjs asks it first.
 * @param find what answers a path without a slash at its end, or undefined
 * @returns a function that answers a request, or returns false if the framework has to
 */
export function directly(find: (path: string) => Found | undefined) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method = '' } = request;
    if (!PLAIN.test(url)) return false;
    const sent = pathOf(url);
    const path = withoutSlashes(sent);
    const found = find(path);
    if (!found) return false;
    const { route, params, headers } = found;
    const { answer } = route[method as keyof Route] ?? route.OPTIONS;
    const target = path + url.slice(sent.length);
    answer(asSent(request, method, target), params)
      .then((answered) => {
        write(response, answered, headers);
        request.resume();
      })
      .catch((error) => {
        log.error({ err: error }, 'an answer could not be sent');
        response.destroy();
      });
    return true;
  };
}

function asSent(request: IncomingMessage, method: string, target: string): ApiRequest {
  const { headers } = request;
  const get = (name: string) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  };
  return {
    method,
    target,
    headers: { get },
    // An endpoint that stops reading in the middle, as of a body that is too large, still answers:
    // the connection stays open.
    get body() {
      return request.iterator({ destroyOnReturn: false });
    },
  };
}

/** A loop rather than a pattern, which would take long for a long row of slashes. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Writes head and body at once. */
function write(response: ServerResponse, answer: ApiResponse, common: readonly string[]): void {
  const { status, headers, body } = answer;
  const lines = [...common];
  for (const [name, value] of headers) lines.push(name, value);
  if (body === null) {
    response.writeHead(status, lines).end();
    return;
  }
  lines.push('Content-Length', String(Buffer.byteLength(body)));
  response.writeHead(status, lines).end(body);
}
