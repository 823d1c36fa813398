import { z } from 'zod';
import type { ProblemHeader } from '@/lib/api/problems/problem-type';
import { EXAMPLE_CURSOR } from '@/lib/paging';

/** The headers of one document. Each is a component that answers refer to. */
export type NamedHeaders = ReturnType<typeof namedHeaders>;

/** @param origin of this installation */
export function namedHeaders(origin: string) {
  const address = `${origin}/api/invoices`;
  return {
    requestId: {
      'X-Request-Id': text(
        'X-Request-Id',
        'Names this request in our log.',
        '019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60',
      ),
    },
    keyed: {
      'RateLimit-Policy': text(
        'RateLimit-Policy',
        'Requests (q) per window in seconds (w).',
        '"default";q=300;w=60',
      ),
      RateLimit: text(
        'RateLimit',
        'Requests left (r), and seconds until the window ends (t).',
        '"default";r=299;t=42',
      ),
      'X-RateLimit-Limit': integer('X-RateLimit-Limit', 'Requests per window.', 300),
      'X-RateLimit-Remaining': integer('X-RateLimit-Remaining', 'Requests left in it.', 299),
      'X-RateLimit-Reset': integer(
        'X-RateLimit-Reset',
        'When it ends, in epoch seconds.',
        1795388072,
      ),
      'X-Api-Key-Expires-At': text(
        'X-Api-Key-Expires-At',
        'When the key expires (RFC 3339), if it does.',
        '2027-03-01T00:00:00.000Z',
      ),
    },
    problem: {
      'WWW-Authenticate': text(
        'WWW-Authenticate',
        'What is wrong with the key, and the scope that it lacks (RFC 6750).',
        'Bearer realm="zendrhax", error="insufficient_scope", scope="invoices:write"',
      ),
      Accept: text('Accept', 'The media types that are taken.', 'application/json'),
      'Accept-Encoding': text(
        'Accept-Encoding',
        'In place of Accept, if the body is compressed.',
        'identity',
      ),
      'Retry-After': integer('Retry-After', 'Seconds until it is worth trying again.', 42),
    } satisfies Record<ProblemHeader, z.ZodType>,
    paged: {
      Link: text(
        'Link',
        'The next page, `rel="next"` (RFC 8288).',
        `<${address}?cursor=${EXAMPLE_CURSOR}>; rel="next"`,
      ),
    },
    versioned: {
      ETag: text(
        'ETag',
        'Names this state of what is answered, in quotation marks (RFC 9110): for `If-Match` and `If-None-Match`.',
        '"8HGSbNJgKDrHFRCbOTVGd2sXM4pYnS0DPm0M1HZp1vE"',
      ),
    },
    created: {
      Location: text(
        'Location',
        'Where the new resource is.',
        `${address}/019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60`,
      ),
    },
    repeatable: {
      'Idempotency-Replayed': text(
        'Idempotency-Replayed',
        '`true` when this is the stored answer of an earlier request.',
        'true',
      ),
    },
  };
}

function text(id: string, description: string, example: string) {
  return z.string().optional().meta({ description, example, header: { id } });
}

function integer(id: string, description: string, example: number) {
  return z.int().min(0).optional().meta({ description, example, header: { id } });
}
