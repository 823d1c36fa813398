import { assertDescribed } from './described';
import { handlerOf } from './routes';

export const ORIGIN = 'http://localhost:3000';

type Options = {
  key?: string | undefined;
  method?: string;
  headers?: HeadersInit;
  /** sent as JSON; text, bytes and streams are sent as they are */
  body?: unknown;
};

/**
 * Sends one request to the route that has the address, as the framework would, and checks that the
 * OpenAPI document describes the answer.
 */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const request = requestFor(path, options);
  const { handler, params } = await handlerOf(request.method, new URL(request.url).pathname);
  const answer = await handler(request, { params: Promise.resolve(params) });
  await assertDescribed(request.method, request.url, answer);
  return answer;
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
