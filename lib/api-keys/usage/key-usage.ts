import { type Counts, noCounts } from './counts';
import { RECENT_REQUESTS, type RecentRequest } from './recent';

/** How many clients of one key are told apart. */
export const CLIENTS_PER_KEY = 100;

/**
 * Of all keys, what is remembered between two flushes at most: a few megabytes. Beyond it clients are not
 * told apart, and keys have fewer of their last requests, but always the last one.
 */
export const MAX_CLIENTS = 20_000;
export const MAX_RECENT = 10_000;

/** In milliseconds since 1970, as all times here. */
type Hour = Counts & { hour: number; endpoint: string };

/** All clients that are not told apart have one entry, without an address. */
export type Client = {
  address: string;
  agent: string;
  firstSeenAt: number;
  lastSeenAt: number;
  requests: number;
};

export type Request = Omit<RecentRequest, 'at'> & { at: number; agent: string };

/** What is known about one key and not yet written. */
export type KeyUse = {
  apiKeyId: string;
  /** 0 if it did not open the API */
  lastUsedAt: number;
  /** 0 if it was not refused */
  lastRefusedAt: number;
  hours: Hour[];
  clients: Client[];
  /** the last requests, in a ring */
  recent: Request[];
  oldest: number;
};

/** What is known about all keys and not yet written, and how much that is. */
export type Unwritten = { keys: Map<string, KeyUse>; clients: number; recent: number };

export const nothing = (): Unwritten => ({ keys: new Map(), clients: 0, recent: 0 });

const HOUR_MS = 3_600_000;

/** Adds one request. This is done for each request of the API, and so is written for speed. */
export function add(all: Unwritten, apiKeyId: string, request: Request): void {
  let use = all.keys.get(apiKeyId);
  if (!use) {
    use = newKeyUse(apiKeyId);
    all.keys.set(apiKeyId, use);
  }
  const { at, outcome } = request;
  hourOf(use, at - (at % HOUR_MS), request.endpoint)[outcome]++;
  if (outcome === 'refused') use.lastRefusedAt = Math.max(use.lastRefusedAt, at);
  else if (outcome !== 'rateLimited') use.lastUsedAt = Math.max(use.lastUsedAt, at);
  addClient(all, use, request);
  addRecent(all, use, request);
}

const newKeyUse = (apiKeyId: string): KeyUse => ({
  apiKeyId,
  lastUsedAt: 0,
  lastRefusedAt: 0,
  hours: [],
  clients: [],
  recent: [],
  oldest: 0,
});

/** From the end: a list that an outage has made long has the latest hour there. */
function hourOf({ hours }: KeyUse, hour: number, endpoint: string): Hour {
  for (let index = hours.length - 1; index >= 0; index--) {
    const one = hours[index];
    if (one?.hour === hour && one.endpoint === endpoint) return one;
  }
  const made = { hour, endpoint, ...noCounts() };
  hours.push(made);
  return made;
}

function addClient(all: Unwritten, use: KeyUse, { at, address, agent }: Request): void {
  const client = find(use.clients, address, agent) ?? newClient(all, use, address, agent, at);
  client.lastSeenAt = Math.max(client.lastSeenAt, at);
  client.requests++;
}

function newClient(all: Unwritten, use: KeyUse, address: string, agent: string, at: number) {
  const isFull = use.clients.length >= CLIENTS_PER_KEY || all.clients >= MAX_CLIENTS;
  const others = isFull ? find(use.clients, '', '') : undefined;
  if (others) return others;
  const who = isFull ? { address: '', agent: '' } : { address, agent };
  const made: Client = { ...who, firstSeenAt: at, lastSeenAt: at, requests: 0 };
  use.clients.push(made);
  all.clients++;
  return made;
}

function find(clients: Client[], address: string, agent: string): Client | undefined {
  for (const client of clients) {
    if (client.address === address && client.agent === agent) return client;
  }
  return undefined;
}

/** Newest first. */
export function recentOf({ recent, oldest }: KeyUse): Request[] {
  return [...recent.slice(oldest), ...recent.slice(0, oldest)].reverse();
}

function addRecent(all: Unwritten, use: KeyUse, request: Request): void {
  const { recent } = use;
  const mayGrow = recent.length < RECENT_REQUESTS && all.recent < MAX_RECENT && use.oldest === 0;
  if (recent.length === 0 || mayGrow) {
    recent.push(request);
    all.recent++;
    return;
  }
  recent[use.oldest] = request;
  use.oldest = (use.oldest + 1) % recent.length;
}
