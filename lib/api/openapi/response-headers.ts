import { z } from 'zod';
import type { Endpoint, OpenEndpoint } from '@/lib/api/endpoint';
import type { Method } from '@/lib/api/route';

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

const challenge = {
  'WWW-Authenticate': text(
    'WWW-Authenticate',
    'What is wrong with the key (RFC 6750).',
    'Bearer realm="zendrhax"',
  ),
};

const retryAfter = {
  'Retry-After': integer('Retry-After', 'Seconds until it is worth trying again.', 42),
};

const link = {
  Link: text(
    'Link',
    'The next page, `rel="next"` (RFC 8288).',
    '<https://app.zendrhax.com/api/invoices?cursor=…>; rel="next"',
  ),
};

const location = {
  Location: text(
    'Location',
    'Where the new resource is.',
    'https://app.zendrhax.com/api/invoices/019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
  ),
};

const replayed = {
  'Idempotency-Replayed': text(
    'Idempotency-Replayed',
    '`true` when this is the stored answer of an earlier request.',
    'true',
  ),
};

/** The headers that an answer with this status may have, for the OpenAPI document. */
export function headersOf(status: number, endpoint: Endpoint | OpenEndpoint, method: Method) {
  const retry = [429, 503].includes(status) && retryAfter;
  if (endpoint.access === 'open') return z.object({ ...requestId, ...retry }).partial();
  const isSuccess = status < 300;
  const isPaged = endpoint.query !== undefined && 'cursor' in endpoint.query.shape;
  return z
    .object({
      ...requestId,
      ...(status !== 401 && rateLimit),
      ...([401, 403].includes(status) && challenge),
      ...retry,
      ...(isSuccess && isPaged && link),
      ...(status === 201 && location),
      ...(isSuccess && method === 'POST' && replayed),
    })
    .partial();
}
