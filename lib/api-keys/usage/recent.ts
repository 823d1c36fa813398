import type { Outcome } from './counts';

/** How many of the last requests with a key are kept. */
export const RECENT_REQUESTS = 50;

/** One request with a key. */
export type RecentRequest = {
  requestId: string;
  at: Date;
  /** such as `GET /api/invoices/{id}` */
  endpoint: string;
  status: number;
  outcome: Outcome;
  address: string;
};

/** A request as a line of the table, which sorts by its time; milliseconds have 13 digits until 2286. */
export function toLine(
  request: Omit<RecentRequest, 'at'> & {
    /** milliseconds since 1970 */
    at: number;
  },
): string {
  const { at, outcome, status, requestId, address, endpoint } = request;
  return `${at} ${outcome} ${status} ${requestId} ${address} ${endpoint}`;
}

export function fromLine(line: string): RecentRequest {
  const [at, outcome, status, requestId = '', address = '', ...endpoint] = line.split(' ');
  return {
    requestId,
    at: new Date(Number(at)),
    endpoint: endpoint.join(' '),
    status: Number(status),
    outcome: outcome as Outcome,
    address,
  };
}
