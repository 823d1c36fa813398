import type { RouteHandler } from '@/lib/api/route';

export const ORIGIN = 'http://localhost:3000';

type Options = { key?: string; method?: string; headers?: HeadersInit; id?: string };

/** Calls a route's handler with one request, as the framework would. */
export function send(
  handler: RouteHandler,
  path: string,
  { key, method = 'GET', headers, id }: Options = {},
): Promise<Response> {
  const request = new Request(new URL(path, ORIGIN), { method, headers });
  if (key !== undefined) request.headers.set('Authorization', `Bearer ${key}`);
  return handler(request, { params: Promise.resolve<Record<string, string>>(id ? { id } : {}) });
}

/** An answer's body, read as the type the test expects to see. */
export async function bodyOf<Body = Record<string, unknown>>(answer: Response): Promise<Body> {
  return (await answer.json()) as Body;
}
