import type { ApiRequest } from '@/lib/api/exchange/http';
import { AppError } from '@/lib/errors';
import { acceptedBy } from './media-types';

/** 64 KiB. */
const MAX_BYTES = 65_536;

const MEDIA_TYPE = /^([^; ]+) *(?:; *charset *= *"?utf-8"? *)?$/i;

/**
 * Reads a JSON body (RFC 8259), and stops reading at the size limit. The Content-Type of an empty
 * body is not judged: many clients send one with every POST.
 * @param options `required`: whether an empty body is an error
 * @returns `body`: the parsed JSON, undefined for an empty body; `bytes`: as they were sent
 * @throws AppError `unsupported_media_type`, `payload_too_large` or `malformed_json`
 */
export async function readJson(
  request: ApiRequest,
  { required }: { required: boolean },
): Promise<{ body: unknown; bytes: Uint8Array }> {
  const length = Number(request.headers.get('content-length'));
  if (length > 0) assertAccepted(request);
  if (length > MAX_BYTES) throw new AppError('payload_too_large');

  const bytes = await readBytes(request);
  if (bytes.length === 0 && !required) return { body: undefined, bytes };
  if (bytes.length > 0) assertAccepted(request);
  return { body: parseJson(bytes), bytes };
}

/** RFC 9110 section 15.5.16 has the headers that say what would be accepted. */
function assertAccepted({ method, headers }: ApiRequest): void {
  const accepted = acceptedBy(method);
  const type = MEDIA_TYPE.exec(headers.get('content-type') ?? '')?.[1]?.toLowerCase();
  if (!type || !accepted.includes(type)) {
    throw new AppError('unsupported_media_type', { headers: { Accept: accepted.join(', ') } });
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new AppError('unsupported_media_type', { headers: { 'Accept-Encoding': 'identity' } });
  }
}

async function readBytes(request: ApiRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > MAX_BYTES) throw new AppError('payload_too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // A caller who hangs up in the middle of a body gets no answer, and that is no error of ours.
    throw error instanceof AppError ? error : new AppError('malformed_json');
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('malformed_json');
  }
}
