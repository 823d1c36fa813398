import { z } from 'zod';
import type { AnsweredCode } from '@/lib/api/codes';
import { problemExample } from '@/lib/api/problem';
import type { ProblemHeader } from '@/lib/api/problem-type';
import type { DeclaredOperation } from './declared-operation';

const text = (id: string, description: string, example: string) =>
  z.string().meta({ header: { id }, description, example });
const integer = (id: string, description: string, example: number) =>
  z.int().meta({ header: { id }, description, example });

const requestId = {
  'X-Request-Id': text(
    'X-Request-Id',
    'Names this request in our log.',
    '019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60',
  ),
};

const rateLimit = {
  'RateLimit-Policy': text(
    'RateLimit-Policy',
    'Requests (q) per window in seconds (w).',
    '"default";q=120;w=60',
  ),
  RateLimit: text(
    'RateLimit',
    'Requests left (r), and seconds until the window ends (t).',
    '"default";r=119;t=42',
  ),
  'X-RateLimit-Limit': integer('X-RateLimit-Limit', 'Requests per window.', 120),
  'X-RateLimit-Remaining': integer('X-RateLimit-Remaining', 'Requests left in it.', 119),
  'X-RateLimit-Reset': integer('X-RateLimit-Reset', 'When it ends, in epoch seconds.', 1795388072),
};

const problemHeaders: Record<ProblemHeader, z.ZodType> = {
  'WWW-Authenticate': text(
    'WWW-Authenticate',
    'What is wrong with the key (RFC 6750).',
    'Bearer realm="zendrhax"',
  ),
  'Retry-After': integer('Retry-After', 'Seconds until it is worth trying again.', 42),
};

const replayed = {
  'Idempotency-Replayed': text(
    'Idempotency-Replayed',
    '`true` when this is the stored answer of an earlier request.',
    'true',
  ),
};

/** The headers that an answer of success may have. */
export function successHeaders({ origin, path, method, endpoint }: DeclaredOperation) {
  if (endpoint.access === 'open') return z.object(requestId).partial();
  const address = origin + path;
  const isPaged = endpoint.query !== undefined && 'cursor' in endpoint.query.shape;
  const link = z.string().meta({
    description: 'The next page, `rel="next"` (RFC 8288).',
    example: `<${address}?cursor=…>; rel="next"`,
  });
  const location = z.string().meta({
    description: 'Where the new resource is.',
    example: `${address}/019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60`,
  });
  return z
    .object({
      ...requestId,
      ...rateLimit,
      ...(isPaged && { Link: link }),
      ...(endpoint.status === 201 && { Location: location }),
      ...(method === 'POST' && replayed),
    })
    .partial();
}

/**
 * The headers that an answer with one of these codes may have.
 * @param codes of one status
 */
export function refusalHeaders(
  codes: readonly AnsweredCode[],
  { endpoint, origin }: DeclaredOperation,
) {
  const own = codes.flatMap((code) => Object.keys(problemExample(code, origin).headers));
  // Who is not known has no limit of their own.
  const isCounted = endpoint.access === 'api_key' && !codes.includes('invalid_api_key');
  return z
    .object({
      ...requestId,
      ...(isCounted && rateLimit),
      ...Object.fromEntries(own.map((name) => [name, problemHeaders[name as ProblemHeader]])),
    })
    .partial();
}
