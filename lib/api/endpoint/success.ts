import { codingOf, encode, isWorthCoding } from '@/lib/api/exchange/coding';
import {
  type ApiRequest,
  type ApiResponse,
  json,
  type ResponseHeaders,
} from '@/lib/api/exchange/http';
import { codedTag, etagOf, isKnown, preconditionsOf } from '@/lib/etag';

/**
 * The answer to what changes something: JSON, with the ETag of its body if it has one. It is not
 * compressed, since it may have a secret beside what the caller wrote (docs/decisions/039).
 */
export function changed(
  body: unknown,
  status: number,
  headers: ResponseHeaders,
  { etag }: { etag?: true | undefined },
): ApiResponse {
  const answer = json(body, status, headers);
  if (etag) headers.set('ETag', etagOf(String(answer.body)));
  return answer;
}

/**
 * The answer to what only reads: JSON, compressed if the caller takes that and it is long enough; with
 * an ETag, which is another for each coding (RFC 9110 section 8.8.3.3), or 304 for a caller who has it.
 * @param kept bodies that are compressed once, by their ETags: what is the same for everyone
 * @throws AppError `precondition_failed`
 */
export async function read(
  body: unknown,
  headers: ResponseHeaders,
  { headers: sent }: Pick<ApiRequest, 'headers'>,
  { etag, kept }: { etag?: true | undefined; kept?: Map<string, Promise<Buffer<ArrayBuffer>>> },
): Promise<ApiResponse> {
  const answer = json(body, 200, new Map(headers));
  const text = String(answer.body);
  const bytes = Buffer.from(text);
  const varies = isWorthCoding(bytes);
  const coding = varies ? codingOf(sent.get('accept-encoding')) : null;
  const plain = etag && etagOf(text);
  const tag = plain && codedTag(plain, coding);
  // Whoever has it as it is needs it in no other coding, as after a change.
  const known = plain && [String(tag), plain].find((one) => isKnown(preconditionsOf(sent), one));
  for (const to of [headers, answer.headers]) {
    if (varies) to.set('Vary', 'Accept-Encoding');
    if (tag) to.set('ETag', known ?? tag);
  }
  if (known) return { status: 304, headers, body: null };
  if (!coding) return answer;
  answer.headers.set('Content-Encoding', coding);
  const encoded = kept?.get(String(tag)) ?? encode(bytes, coding);
  kept?.set(String(tag), encoded);
  return { ...answer, body: await encoded };
}
