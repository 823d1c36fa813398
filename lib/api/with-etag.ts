import { etagOf, isKnown, type Preconditions } from '@/lib/etag';

/**
 * An answer in JSON with the ETag of its body, or 304 without a body for a caller who has it.
 * @param preconditions those of a request that reads; none for a change, which is done by now
 * @throws AppError `precondition_failed`
 */
export function withEtag(
  body: unknown,
  { status = 200, headers }: { status?: number; headers: Headers },
  preconditions: Preconditions,
): Response {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  const isKnownToCaller = isKnown(preconditions, etag);
  headers.set('ETag', etag);
  if (isKnownToCaller) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', 'application/json');
  return new Response(text, { status, headers });
}
