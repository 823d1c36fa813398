/** How many clients of one key are told apart. */
export const CLIENTS_PER_KEY = 100;

/** Who is refused everything takes no more of them, so that there is room for who is not. */
const REFUSED_CLIENTS = CLIENTS_PER_KEY / 2;

/** In milliseconds since 1970, as all times here. All clients that are not told apart have one entry. */
export type Client = {
  /** empty for the others */
  address: string;
  agent: string;
  firstSeenAt: number;
  lastSeenAt: number;
  requests: number;
  /** those of them that the key opened the API for; the times are 0 where there were none */
  accepted: number;
  firstAcceptedAt: number;
  lastAcceptedAt: number;
  minutes: Minute[];
};

/** A key, and what sent requests with it. */
export type KeyClients = { apiKeyId: string; clients: Client[] };

/** A request, as far as it says something of its client. */
export type Seen = {
  at: number;
  address: string;
  agent: string;
  outcome: string;
  /** refused, as the key may not be used from there */
  isElsewhere: boolean;
};

/** What a narrower list or a lower limit is measured by. */
type Minute = { minute: number; accepted: number; elsewhere: number };

const MINUTE_MS = 60_000;

/**
 * Adds one request, for speed in place.
 * @param hasRoom whether there is room for another client
 * @returns whether there is another one
 */
export function addClient(clients: Client[], request: Seen, hasRoom: boolean): boolean {
  const { at, outcome, isElsewhere } = request;
  const before = clients.length;
  const client = clientOf(clients, request, hasRoom);
  client.lastSeenAt = Math.max(client.lastSeenAt, at);
  client.requests++;
  if (isElsewhere) minuteOf(client, at).elsewhere++;
  if (outcome !== 'refused' && outcome !== 'rateLimited') accept(client, at);
  return clients.length > before;
}

function accept(client: Client, at: number): void {
  client.firstAcceptedAt ||= at;
  client.lastAcceptedAt = Math.max(client.lastAcceptedAt, at);
  client.accepted++;
  minuteOf(client, at).accepted++;
}

function clientOf(clients: Client[], request: Seen, hasRoom: boolean): Client {
  const { at, address, agent, outcome } = request;
  const known = find(clients, address, agent);
  if (known) return known;
  const most = outcome === 'refused' ? REFUSED_CLIENTS : CLIENTS_PER_KEY;
  const isFull = clients.length >= most || !hasRoom;
  const others = isFull ? find(clients, '', '') : undefined;
  if (others) return others;
  const made = newClient(isFull ? '' : address, isFull ? '' : agent, at);
  clients.push(made);
  return made;
}

const newClient = (address: string, agent: string, at: number): Client => ({
  address,
  agent,
  firstSeenAt: at,
  lastSeenAt: at,
  requests: 0,
  accepted: 0,
  firstAcceptedAt: 0,
  lastAcceptedAt: 0,
  minutes: [],
});

/** Searched from the end, where the latest minute is. */
function minuteOf({ minutes }: Client, at: number): Minute {
  const minute = at - (at % MINUTE_MS);
  for (let index = minutes.length - 1; index >= 0; index--) {
    const one = minutes[index];
    if (one?.minute === minute) return one;
  }
  const made = { minute, accepted: 0, elsewhere: 0 };
  minutes.push(made);
  return made;
}

function find(clients: Client[], address: string, agent: string): Client | undefined {
  for (const client of clients) {
    if (client.address === address && client.agent === agent) return client;
  }
  return undefined;
}
