import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** P-256, as OpenSSL names it. */
const CURVE = 'prime256v1';

/**
 * Reads a public key in PEM. GitHub writes its base64 in one line, which not every reader takes.
 * @throws Error if it is none on the curve P-256
 */
export function publicKeyIn(pem: string): KeyObject {
  const der = Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (key.asymmetricKeyDetails?.namedCurve !== CURVE) throw new Error('The key is not of P-256.');
  return key;
}

/**
 * Whether GitHub has signed a body: ECDSA with SHA-256 over its very bytes.
 * @param signature in base64 of DER
 */
export function isSigned(body: Uint8Array, signature: string, key: KeyObject): boolean {
  return verify('sha256', body, { key, dsaEncoding: 'der' }, Buffer.from(signature, 'base64'));
}
