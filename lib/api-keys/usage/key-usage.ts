import { type Counts, noCounts, type Outcome } from './counts';
import { RECENT_REQUESTS, type RecentRequest } from './recent';

/** How many clients of one key are told apart. */
export const CLIENTS_PER_KEY = 100;

/**
 * What is remembered between two flushes, a few megabytes, of which each workspace whose keys are used has
 * an equal share at least. Beyond its share the clients of its keys are not told apart, and they have fewer
 * of their last requests, but always the last one: no workspace takes room from another (ASVS 15.2.2).
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
  /** when the key first opened the API for it; 0 if it did not */
  openedAt: number;
};

export type CountedRequest = Omit<RecentRequest, 'at'> & { at: number; agent: string };

/** What is known about one key and not yet written. */
export type KeyUsage = {
  apiKeyId: string;
  workspaceId: string;
  /** 0 if it did not open the API */
  lastUsedAt: number;
  /** 0 if it was not refused */
  lastRefusedAt: number;
  hours: Hour[];
  clients: Client[];
  /** the last requests, in a ring */
  recent: CountedRequest[];
  oldest: number;
};

/** How much is remembered of the keys of one workspace. */
type Room = { clients: number; recent: number };

/** What is known about all keys and not yet written, and how much that is by workspace. */
export type Unwritten = { keys: Map<string, KeyUsage>; rooms: Map<string, Room> };

export const nothing = (): Unwritten => ({ keys: new Map(), rooms: new Map() });

const HOUR_MS = 3_600_000;

/** Adds one request. This is done for each request of the API, and so is written for speed. */
export function add(
  all: Unwritten,
  { id, workspaceId }: { id: string; workspaceId: string },
  request: CountedRequest,
): void {
  let usage = all.keys.get(id);
  if (!usage) {
    usage = newKeyUsage(id, workspaceId);
    all.keys.set(id, usage);
  }
  const { at, outcome } = request;
  hourOf(usage, at - (at % HOUR_MS), request.endpoint)[outcome]++;
  if (outcome === 'refused') usage.lastRefusedAt = Math.max(usage.lastRefusedAt, at);
  else if (opened(outcome)) usage.lastUsedAt = Math.max(usage.lastUsedAt, at);
  addClient(all, usage, request);
  addRecent(all, usage, request);
}

const opened = (outcome: Outcome) => outcome !== 'refused' && outcome !== 'rateLimited';

const newKeyUsage = (apiKeyId: string, workspaceId: string): KeyUsage => ({
  apiKeyId,
  workspaceId,
  lastUsedAt: 0,
  lastRefusedAt: 0,
  hours: [],
  clients: [],
  recent: [],
  oldest: 0,
});

/**
 * Searched from the end, where the latest hour is: an outage of the database makes the list long.
 */
function hourOf({ hours }: KeyUsage, hour: number, endpoint: string): Hour {
  for (let index = hours.length - 1; index >= 0; index--) {
    const one = hours[index];
    if (one?.hour === hour && one.endpoint === endpoint) return one;
  }
  const made = { hour, endpoint, ...noCounts() };
  hours.push(made);
  return made;
}

function addClient(all: Unwritten, usage: KeyUsage, request: CountedRequest): void {
  const { at, address, agent, outcome } = request;
  const client = find(usage.clients, address, agent) ?? newClient(all, usage, address, agent, at);
  client.lastSeenAt = Math.max(client.lastSeenAt, at);
  client.requests++;
  if (client.openedAt === 0 && opened(outcome)) client.openedAt = at;
}

function newClient(all: Unwritten, usage: KeyUsage, address: string, agent: string, at: number) {
  const room = roomOf(all, usage);
  const share = MAX_CLIENTS / all.rooms.size;
  const isFull = usage.clients.length >= CLIENTS_PER_KEY || room.clients >= share;
  const others = isFull ? find(usage.clients, '', '') : undefined;
  if (others) return others;
  const who = isFull ? { address: '', agent: '' } : { address, agent };
  const made: Client = { ...who, firstSeenAt: at, lastSeenAt: at, requests: 0, openedAt: 0 };
  usage.clients.push(made);
  room.clients++;
  return made;
}

function roomOf({ rooms }: Unwritten, { workspaceId }: KeyUsage): Room {
  let room = rooms.get(workspaceId);
  if (!room) {
    room = { clients: 0, recent: 0 };
    rooms.set(workspaceId, room);
  }
  return room;
}

function find(clients: Client[], address: string, agent: string): Client | undefined {
  for (const client of clients) {
    if (client.address === address && client.agent === agent) return client;
  }
  return undefined;
}

/** Newest first. */
export function recentOf({ recent, oldest }: KeyUsage): CountedRequest[] {
  return [...recent.slice(oldest), ...recent.slice(0, oldest)].reverse();
}

function addRecent(all: Unwritten, usage: KeyUsage, request: CountedRequest): void {
  const { recent } = usage;
  const room = roomOf(all, usage);
  const hasRoom = room.recent < MAX_RECENT / all.rooms.size;
  const mayGrow = recent.length < RECENT_REQUESTS && hasRoom && usage.oldest === 0;
  if (recent.length === 0 || mayGrow) {
    recent.push(request);
    room.recent++;
    return;
  }
  recent[usage.oldest] = request;
  usage.oldest = (usage.oldest + 1) % recent.length;
}
