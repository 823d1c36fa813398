import type { z } from 'zod';
import type { ApiRequest } from '@/lib/api/exchange/http';
import { AppError } from '@/lib/errors';
import { parseJson } from './json';
import { acceptedBy, isAccepted, isUncoded } from './media-types';

/** 64 KiB. */
const MAX_BYTES = 65_536;
/** 640 KiB: what the longest texts that an endpoint takes may need, with every character escaped. */
const MAX_BYTES_OF_TEXTS = 655_360;
/** What a body of this size may have besides its texts: names, numbers, line breaks. */
const MAX_BYTES_AROUND_TEXTS = 16_384;

/**
 * Reads a JSON body (RFC 8259), and stops reading at the size limit. The Content-Type of an empty
 * body is not judged: many clients send one with every POST.
 * @param schema what the endpoint takes; without it an empty body is no error
 * @param ownMost bytes at most, for an endpoint that has a limit of its own
 * @returns `body`: the parsed JSON, undefined for an empty body; `bytes`: as they were sent
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `malformed_json`, or
 *   `validation_failed` for what {@link parseJson} refuses
 */
export async function readJson(
  request: ApiRequest,
  schema?: z.ZodType,
  ownMost?: number,
): Promise<{ body: unknown; bytes: Uint8Array }> {
  const length = Number(request.headers.get('content-length'));
  if (length > 0) assertAccepted(request);
  const most = ownMost ?? (schema ? MAX_BYTES_OF_TEXTS : MAX_BYTES);
  if (length > most) throw new AppError('payload_too_large');

  const bytes = await readBytes(request, most);
  if (bytes.length === 0 && !schema) return { body: undefined, bytes };
  if (bytes.length > 0) assertAccepted(request);
  if (!ownMost && bytes.length > MAX_BYTES && !isLongByItsTexts(bytes, schema)) {
    throw new AppError('payload_too_large');
  }
  return { body: parseJson(decoded(bytes)).value, bytes };
}

/**
 * Whether a body over 64 KiB is one that the document describes: an invoice with a hundred long
 * lines, in a script of several bytes a letter, is as good as one in English.
 */
function isLongByItsTexts(bytes: Uint8Array, schema: z.ZodType | undefined): boolean {
  try {
    const text = decoded(bytes);
    const { value, textLength } = parseJson(text);
    const around = text.length - textLength;
    return around <= MAX_BYTES_AROUND_TEXTS && schema?.safeParse(value).success === true;
  } catch {
    return false;
  }
}

/** RFC 9110 section 15.5.16 has the headers that say what would be accepted. */
function assertAccepted({ method, headers }: ApiRequest): void {
  const accepted = acceptedBy(method);
  if (!isAccepted(headers.get('content-type') ?? '', accepted)) {
    throw new AppError('unsupported_media_type', { headers: { Accept: accepted.join(', ') } });
  }
  if (!isUncoded(headers.get('content-encoding') ?? '')) {
    throw new AppError('unsupported_media_type', { headers: { 'Accept-Encoding': 'identity' } });
  }
}

/**
 * Reads a body as it was sent, and stops at the limit.
 * @throws AppError `payload_too_large`, or `malformed_json` where it ends too early
 */
export async function readBytes(request: ApiRequest, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > most) throw new AppError('payload_too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // A caller who hangs up in the middle of a body gets no answer, and that is no error of ours.
    throw error instanceof AppError ? error : new AppError('malformed_json');
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('malformed_json');
  }
}
