import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import { loadDirect } from '@/app/api/direct';
import { loadRoutes } from '@/app/api/routes';
import type { Route } from '@/lib/api/endpoint/route';
import { assertDescribed } from './described';
import { statusOf as statusAt } from './status';

export const ORIGIN = 'http://localhost:3000';

type Options = {
  key?: string | undefined;
  method?: string;
  headers?: HeadersInit;
  /** sent as JSON; text, bytes and streams are sent as they are */
  body?: unknown;
};

/**
 * Sends one request to the route that has the address, and checks that the OpenAPI document describes
 * the answer. The project `pglite` calls it as the framework does, `postgres` over HTTP, the direct
 * way: so each test holds on both.
 */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const request = requestFor(path, options);
  const way = inject('database').kind === 'pglite' ? throughFramework : directly;
  const { method, url } = request;
  const answer = await way(request);
  await assertDescribed(method, url, answer);
  return answer;
}

/** The status of the answer to one request alone, for tests that send thousands of the same. */
export async function statusOf(path: string, { key, headers }: Options = {}): Promise<number> {
  const request = requestFor(path, { key, headers });
  if (inject('database').kind === 'pglite') return (await throughFramework(request)).status;
  listening ??= listen();
  return statusAt(`${await listening}${path}`, Object.fromEntries(request.headers));
}

const routes = loadRoutes();

async function throughFramework(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = (await routes)(pathname);
  if (!found) throw new Error(`${pathname} is not below /api`);
  const handler = found.route[request.method as keyof Route];
  return handler(request, { params: Promise.resolve(found.params) });
}

/** No answer of the API has this status. */
const LEFT_TO_FRAMEWORK = 501;

let listening: Promise<string> | undefined;

async function directly(request: Request): Promise<Response> {
  listening ??= listen();
  const { pathname, search } = new URL(request.url);
  const copy = request.clone();
  const answer = await fetch(new Request(new URL(pathname + search, await listening), request));
  return answer.status === LEFT_TO_FRAMEWORK ? throughFramework(copy) : answer;
}

/**
 * Starts the part of server/serve.mjs that leads to the API.
 * @returns its origin
 */
async function listen(): Promise<string> {
  const answer = await loadDirect();
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(LEFT_TO_FRAMEWORK).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function requestFor(path: string, { key, method = 'GET', headers, body }: Options): Request {
  const init = { method, headers, body: bytesOf(body), duplex: 'half' } as RequestInit;
  const request = new Request(new URL(path, ORIGIN), init);
  if (key !== undefined) request.headers.set('Authorization', `Bearer ${key}`);
  if (body !== undefined && !new Headers(headers).has('Content-Type')) {
    request.headers.set('Content-Type', 'application/json');
  }
  return request;
}

function bytesOf(body: unknown): BodyInit | undefined {
  const isSentAsItIs =
    body === undefined ||
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof ReadableStream;
  return isSentAsItIs ? (body as BodyInit | undefined) : JSON.stringify(body);
}

/** An answer's body, read as the type the test expects to see. */
export async function bodyOf<Body = Record<string, unknown>>(answer: Response): Promise<Body> {
  return (await answer.json()) as Body;
}
