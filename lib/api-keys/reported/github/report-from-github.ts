import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { hashOf, leaveReport } from '@/lib/api-keys/reported/report-leaked';
import { sourceUrl } from '@/lib/api-keys/reported/source-url';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/validation';
import { isSigned } from './signature';

/** What GitHub sends: it may add to it. */
const input = z.array(z.object({ token: z.string(), url: z.unknown().optional() })).min(1);

/** A request in the protocol of GitHub's secret scanning, as it was sent. */
export type SignedReport = {
  body: Uint8Array;
  /** headers; null where one is missing */
  keyId: string | null;
  signature: string | null;
  /** see clientAddress */
  address: string;
};

/**
 * Takes a report of GitHub's secret scanning, if GitHub has signed it. What is done with its keys is what is
 * done with those of anybody, and may be done twice: it sends a report again that it has no answer to.
 * @param keyOf the public key with an id
 * @returns how many texts were received
 * @throws AppError `invalid_request` for what GitHub has not signed, `malformed_json`, `validation_failed`
 */
export async function reportFromGithub(
  { body, keyId, signature, address }: SignedReport,
  keyOf: (id: string) => Promise<KeyObject | undefined>,
): Promise<number> {
  const key = keyId && signature && (await keyOf(keyId));
  if (!key || !isSigned(body, signature, key)) {
    throw new AppError('invalid_request', { detail: 'GitHub has not signed this body.' });
  }
  const tokens = parse(input, jsonIn(body));
  const bySource = new Map<string | null, string[]>();
  for (const { token, url } of tokens) {
    // GitHub names no address for what is not on the web; a report must not be lost for one that is odd.
    const source = sourceUrl.safeParse(url).data ?? null;
    bySource.set(source, [...(bySource.get(source) ?? []), hashOf(token)]);
  }
  const found = [...bySource].map(([source, hashes]) => ({ source, hashes }));
  await leaveReport({ found, address, byGithub: true });
  return tokens.length;
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    throw new AppError('malformed_json');
  }
}
