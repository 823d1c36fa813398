import { AppError } from '@/lib/errors';

/** 64 KiB. */
const MAX_BYTES = 65_536;

const JSON_TYPE = /^application\/json *(; *charset *= *"?utf-8"? *)?$/i;

/**
 * Reads a JSON body (RFC 8259), and stops reading at the size limit.
 * @param options `required`: whether an empty body is an error
 * @returns `body`: the parsed JSON, undefined for an empty body; `bytes`: as they were sent
 * @throws AppError `unsupported_media_type`, `payload_too_large` or `malformed_json`
 */
export async function readJson(
  request: Request,
  { required }: { required: boolean },
): Promise<{ body: unknown; bytes: Uint8Array }> {
  const { headers } = request;
  const type = headers.get('content-type');
  if (type !== null && !JSON_TYPE.test(type)) throw new AppError('unsupported_media_type');
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') throw new AppError('unsupported_media_type');
  if (Number(headers.get('content-length')) > MAX_BYTES) throw new AppError('payload_too_large');

  const bytes = await readBytes(request);
  if (bytes.length === 0 && !required) return { body: undefined, bytes };
  if (bytes.length > 0 && type === null) throw new AppError('unsupported_media_type');
  return { body: parseJson(bytes), bytes };
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new AppError('payload_too_large');
    chunks.push(chunk);
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
