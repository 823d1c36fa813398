import { log } from './log';

type Failed = { path: string; method: string };
type Place = { routePath: string; routeType: string };

/**
 * Writes what a page, an action or a route threw and nobody caught. The framework's own line about it
 * has only the text.
 * @param request its query may hold anything, and is left out
 */
export function logPageError(error: unknown, { path, method }: Failed, place: Place): void {
  const { routePath, routeType } = place;
  const [address] = path.split('?', 1);
  log.error(
    { err: error, method, path: address, route: routePath, kind: routeType },
    'page failed',
  );
}
