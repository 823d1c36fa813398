import { type ApiResponse, json, type ResponseHeaders } from '@/lib/api/exchange/http';
import { etagOf, isKnown, type Preconditions } from '@/lib/etag';

/**
 * An answer in JSON with the ETag of its body, or 304 without a body for a caller who has it.
 * @param preconditions those of a request that reads; none for a change, which is done by now
 * @throws AppError `precondition_failed`
 */
export function withEtag(
  body: unknown,
  status: number,
  headers: ResponseHeaders,
  preconditions: Preconditions,
): ApiResponse {
  const answer = json(body, status, new Map(headers));
  const etag = etagOf(String(answer.body));
  const isKnownToCaller = isKnown(preconditions, etag);
  headers.set('ETag', etag);
  if (isKnownToCaller) return { status: 304, headers, body: null };
  answer.headers.set('ETag', etag);
  return answer;
}
