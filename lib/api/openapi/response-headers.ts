import { z } from 'zod';
import type { ComposedProblem } from '@/lib/api/problem';
import type { ProblemHeader } from '@/lib/api/problem-type';
import { etag } from './conditional';
import type { DeclaredOperation } from './declared-operation';

const text = (description: string, example: string) => z.string().meta({ description, example });
const integer = (description: string, example: number) => z.int().meta({ description, example });

const requestId = {
  'X-Request-Id': text('Names this request in our log.', '019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60'),
};

const rateLimit = {
  'RateLimit-Policy': text('Requests (q) per window in seconds (w).', '"default";q=120;w=60'),
  RateLimit: text(
    'Requests left (r), and seconds until the window ends (t).',
    '"default";r=119;t=42',
  ),
  'X-RateLimit-Limit': integer('Requests per window.', 120),
  'X-RateLimit-Remaining': integer('Requests left in it.', 119),
  'X-RateLimit-Reset': integer('When it ends, in epoch seconds.', 1795388072),
};

/** Each with an example of its value. */
const problemHeaders: Record<ProblemHeader, (value: string) => z.ZodType> = {
  'WWW-Authenticate': (value) => text('What is wrong with the key (RFC 6750).', value),
  Accept: (value) => text('The media types that are taken.', value),
  'Accept-Encoding': (value) => text('In place of Accept, if the body is compressed.', value),
  'Retry-After': (value) => integer('Seconds until it is worth trying again.', Number(value)),
};

const replayed = {
  'Idempotency-Replayed': text(
    '`true` when this is the stored answer of an earlier request.',
    'true',
  ),
};

/** The headers that a successful answer may have. */
export function successHeaders({ origin, path, method, endpoint }: DeclaredOperation) {
  const tag = endpoint.etag ? etag : {};
  if (endpoint.access === 'open') return z.object({ ...requestId, ...tag }).partial();
  const address = origin + path;
  const isPaged = endpoint.query !== undefined && 'cursor' in endpoint.query.shape;
  const next = `<${address}?cursor=…>; rel="next"`;
  const created = `${address}/019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60`;
  return z
    .object({
      ...requestId,
      ...rateLimit,
      ...(endpoint.status !== 204 && tag),
      ...(isPaged && { Link: text('The next page, `rel="next"` (RFC 8288).', next) }),
      ...(endpoint.status === 201 && { Location: text('Where the new resource is.', created) }),
      ...(method === 'POST' && replayed),
    })
    .partial();
}

/** The headers of 304. */
export function knownHeaders({ endpoint }: DeclaredOperation) {
  return z
    .object({ ...requestId, ...(endpoint.access === 'api_key' && rateLimit), ...etag })
    .partial();
}

/**
 * The headers that refusals of one status may have.
 * @param examples one of each code
 */
export function refusalHeaders(examples: ComposedProblem[], { endpoint }: DeclaredOperation) {
  const own = examples.flatMap(({ body, headers }) =>
    Object.entries(body.status === 415 ? { ...headers, 'Accept-Encoding': 'identity' } : headers),
  );
  // Without a valid key (401) there is no limit to report.
  const isCounted = endpoint.access === 'api_key' && examples[0]?.body.status !== 401;
  return z
    .object({
      ...requestId,
      ...(isCounted && rateLimit),
      ...Object.fromEntries(
        own.map(([name, value]) => [name, problemHeaders[name as ProblemHeader](value)]),
      ),
    })
    .partial();
}
