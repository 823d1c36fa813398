import { databaseTime } from '@/lib/database/clock';
import { agentOf } from './agent';
import { outcomeOf } from './counts';
import { add } from './key-usage';
import { unwritten } from './unwritten';
import { writeFirstUse } from './write-first-use';

type CountedUsage = {
  key: { id: string; workspaceId: string; isUnused?: boolean };
  /** the key was paused or had ended, or may not be used from there */
  isRefused: boolean;
  /** it may not be used from there, and would open the API */
  isElsewhere: boolean;
  /** one of those that have metrics of their own, or `_OTHER` */
  method: string;
  /** template of the path */
  route: string;
  status: number;
  requestId: string;
  /** see clientAddress */
  address: string;
  userAgent: string | null;
};

/**
 * Counts one request with a key, in memory: flush-usage.ts writes it, and the first one of a key at once,
 * as somebody may be waiting for it. A process that is killed loses what it counted in the last seconds
 * (docs/decisions/030).
 */
export function countUsage(usage: CountedUsage): void {
  const { key, isRefused, isElsewhere, status, requestId, address } = usage;
  const outcome = isRefused ? 'refused' : outcomeOf(status);
  add(unwritten.now, key, {
    at: databaseTime(),
    endpoint: endpointOf(usage.method, usage.route),
    outcome,
    status,
    requestId,
    address,
    agent: agentOf(usage.userAgent),
    isElsewhere,
  });
  // What is over the limit is no use, so that the next request would be the first one as well.
  if (key.isUnused && outcome !== 'rateLimited') writeFirstUse(key.id);
}

const endpoints = new Map<string, Map<string, string>>();

/**
 * Each of these texts is made once, rather than in every request. There are as many as endpoints.
 */
function endpointOf(method: string, route: string): string {
  let ofRoute = endpoints.get(route);
  if (!ofRoute) {
    ofRoute = new Map();
    endpoints.set(route, ofRoute);
  }
  let endpoint = ofRoute.get(method);
  if (!endpoint) {
    endpoint = `${method} ${route}`;
    ofRoute.set(method, endpoint);
  }
  return endpoint;
}
