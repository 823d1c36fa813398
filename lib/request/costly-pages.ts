import { AppError } from '@/lib/errors';
import { countOrRefuse } from '@/lib/limits/limiter';
import { clientAddress } from './client-address';

/** Pages that take much longer to make than others, and need no session. */
const COSTLY = /^\/docs(?:$|\/)/;

const LIMIT = { name: 'costly-page', quota: 60, windowSeconds: 60 };

/**
 * Counts a request for a page that is costly to make, so that one address cannot keep the process busy
 * with it (ASVS 15.2.2). Nobody reads sixty of them in a minute.
 * @param path of the page
 * @returns null, or the seconds until it may be asked for again
 */
export async function secondsUntilAllowed(
  path: string,
  headers: Pick<Headers, 'get'>,
): Promise<number | null> {
  if (!COSTLY.test(path)) return null;
  try {
    await countOrRefuse(LIMIT, clientAddress(headers));
    return null;
  } catch (error) {
    if (!AppError.is(error, 'rate_limited')) throw error;
    return error.details.retryAfter;
  }
}
