import { addClient, type Client, type Seen } from './clients/counted-clients';
import { type Counts, noCounts } from './counts';
import { RECENT_REQUESTS, type RecentRequest } from './recent';

/**
 * What is remembered between two flushes, a few megabytes, of which each workspace whose keys are used has
 * an equal share at least. Beyond its share the clients of its keys are not told apart, and they have fewer
 * of their last requests, but always the last one: no workspace takes room from another (ASVS 15.2.2).
 */
export const MAX_CLIENTS = 20_000;
export const MAX_RECENT = 10_000;

/** In milliseconds since 1970, as all times here. */
type Hour = Counts & { hour: number; endpoint: string };

export type CountedRequest = Omit<RecentRequest, 'at'> & Seen;

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
  else if (outcome !== 'rateLimited') usage.lastUsedAt = Math.max(usage.lastUsedAt, at);
  const room = roomOf(all, usage);
  const { size } = all.rooms;
  if (addClient(usage.clients, request, room.clients < MAX_CLIENTS / size)) room.clients++;
  addRecent(usage, request, room, size);
}

function roomOf({ rooms }: Unwritten, { workspaceId }: KeyUsage): Room {
  let room = rooms.get(workspaceId);
  if (!room) {
    room = { clients: 0, recent: 0 };
    rooms.set(workspaceId, room);
  }
  return room;
}

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

/** Newest first. */
export function recentOf({ recent, oldest }: KeyUsage): CountedRequest[] {
  return [...recent.slice(oldest), ...recent.slice(0, oldest)].reverse();
}

function addRecent(usage: KeyUsage, request: CountedRequest, room: Room, rooms: number): void {
  const { recent } = usage;
  const hasRoom = room.recent < MAX_RECENT / rooms;
  const mayGrow = recent.length < RECENT_REQUESTS && hasRoom && usage.oldest === 0;
  if (recent.length === 0 || mayGrow) {
    recent.push(request);
    room.recent++;
    return;
  }
  recent[usage.oldest] = request;
  usage.oldest = (usage.oldest + 1) % recent.length;
}
