import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/**
 * What a body may be compressed with, the one that is preferred first. Their names are in ETags
 * ({@link codedTag} of lib/etag.ts).
 */
const CODINGS = ['br', 'gzip'] as const;

export type Coding = (typeof CODINGS)[number];

/** What is shorter is one packet as it is, and takes longer to compress than to send. */
const LEAST_BYTES = 1_024;

/** As fast as gzip, with less left. A higher one is meant for what is compressed once. */
const QUALITY = 4;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** @param body in bytes: whether it is sent in one coding or another, as the caller accepts */
export const isWorthCoding = (body: Buffer): boolean => body.length >= LEAST_BYTES;

/**
 * The coding that the caller prefers of ours (RFC 9110 section 12.5.3).
 * @param accepted the request's Accept-Encoding
 * @returns null where the body is to be sent as it is
 */
export function codingOf(accepted: string | null): Coding | null {
  if (!accepted) return null;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const best = negotiator.encoding([...CODINGS, 'identity'], [...CODINGS]);
  return CODINGS.find((coding) => coding === best) ?? null;
}

/** Compresses on a thread of its own: a body may be as large as a hundred lines of an invoice. */
export function encode(body: Buffer, coding: Coding): Promise<Buffer<ArrayBuffer>> {
  if (coding === 'gzip') return gzipped(body);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: QUALITY, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotlied(body, { params });
}
