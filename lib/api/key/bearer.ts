import { AppError } from '@/lib/errors';

const BEARER = /^bearer(?: +([^ ].*)?)?$/i;

/** Whether a Bearer credential is presented, be it empty. */
export function isBearer(authorization: string | null): boolean {
  return BEARER.test(authorization ?? '');
}

/**
 * Reads the Bearer credential (RFC 6750 section 2.1; the scheme is case-insensitive, RFC 9110
 * section 11.1). A key is never read from anywhere else.
 * @param authorization the value of the Authorization header, or null
 * @returns what was presented, unverified
 * @throws AppError `missing_credentials` when there is no credential or another scheme
 */
export function readBearer(authorization: string | null): string {
  const match = BEARER.exec(authorization ?? '');
  if (!match) throw new AppError('missing_credentials');
  return match[1] ?? '';
}
