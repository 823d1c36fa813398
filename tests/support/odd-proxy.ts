import {
  Agent,
  createServer,
  type IncomingMessage,
  request as requestUpstream,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Header = [name: string, value: string];
type Seen = { client: string; host: string; claimed: string | undefined };

const appended = (claimed: string | undefined, client: string) =>
  claimed ? `${claimed}, ${client}` : client;
const withPort = (address: string) =>
  address.includes(':') ? `[${address}]:50123` : `${address}:50123`;

/** The headers that each sends in place of the caller's, as its documentation has them. */
export const PROXIES = {
  nginx: ({ client, host, claimed }: Seen): Header[] => [
    ['Host', host],
    ['X-Real-IP', client],
    ['X-Forwarded-For', appended(claimed, client)],
    ['X-Forwarded-Proto', 'https'],
  ],
  caddy: ({ client, host }: Seen): Header[] => [
    ['Host', host],
    ['X-Forwarded-For', client],
    ['X-Forwarded-Host', host],
    ['X-Forwarded-Proto', 'https'],
  ],
  // A line of its own, after the caller's.
  haproxy: ({ client, host, claimed }: Seen): Header[] => [
    ['Host', `${host}:443`],
    ...(claimed ? [['X-Forwarded-For', claimed] satisfies Header] : []),
    ['X-Forwarded-For', client],
    ['X-Forwarded-Proto', 'https'],
  ],
  azure: ({ client, host, claimed }: Seen): Header[] => [
    ['Host', '10.1.2.3:3000'],
    ['X-Original-Host', host],
    ['X-Forwarded-For', appended(claimed, withPort(client))],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Port', '443'],
  ],
  aws: ({ client, host, claimed }: Seen): Header[] => [
    ['Host', `${host}:443`],
    ['X-Forwarded-For', appended(claimed, withPort(client))],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Port', '443'],
    ['X-Amzn-Trace-Id', 'Root=1-67891233-abcdef012345678912345678'],
  ],
  cloudflare: ({ client, host, claimed }: Seen): Header[] => [
    ['Host', host],
    ['X-Forwarded-For', appended(claimed, client)],
    ['X-Forwarded-Proto', 'https'],
    ['CF-Connecting-IP', client],
    ['CF-Visitor', '{"scheme":"https"}'],
    ['Cdn-Loop', 'cloudflare; loops=1'],
  ],
};

/** What goes wrong, before the server has heard of a request or after it has answered. */
const FAULTS = ['502 before', '502 after', 'cut before', 'cut after'] as const;
type Fault = (typeof FAULTS)[number];

const NOT_SENT_ON = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'];

type Options = {
  /** the port of the server */
  to: number;
  as: keyof typeof PROXIES;
  /** the public name that the proxy answers to */
  host: string;
  /** whom it says that its requests come from */
  client: string;
  /** with one, each fault comes once in ten requests, in an order that depends on it */
  seed?: number;
};

/**
 * Starts a proxy as people put in front: it passes bodies on while they come, uses idle connections to
 * the server again, and, with a seed, loses requests and answers.
 */
export async function startOddProxy({ to, as, host, client, seed }: Options) {
  const agent = new Agent({ keepAlive: true });
  const draw = seed === undefined ? () => null : drawer(seed);
  const faults = new Map<Fault, number>();
  const sockets = new Set<unknown>();
  let requests = 0;
  const server = createServer((request, response) => {
    const fault = draw();
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (fault?.endsWith('before')) return fail(fault, response);
    requests++;
    const { method, url: path } = request;
    const headers = headersFor(request, PROXIES[as], { client, host });
    const upstream = requestUpstream({ agent, port: to, method, path, headers }, (answer) => {
      sockets.add(upstream.socket);
      if (fault) return fail(fault, response, answer);
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    /** requests that reached the server, and the connections that they took */
    counts: () => ({ requests, connections: sockets.size }),
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

function fail(fault: Fault, response: ServerResponse, answer?: IncomingMessage): void {
  answer?.resume();
  if (fault.startsWith('cut')) response.destroy();
  else response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
}

/** Names and values in turn. Whoever sends a body sends it in chunks. */
function headersFor(
  { rawHeaders, headers }: IncomingMessage,
  own: (typeof PROXIES)[keyof typeof PROXIES],
  { client, host }: { client: string; host: string },
): string[] {
  const set = own({ client, host, claimed: headers['x-forwarded-for'] as string | undefined });
  const replaced = [...NOT_SENT_ON, ...set.map(([name]) => name.toLowerCase())];
  const kept = rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? '';
    return !replaced.includes(name.toLowerCase());
  });
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  return [...kept, ...set.flat(), ...(hasBody ? ['Transfer-Encoding', 'chunked'] : [])];
}

/** Draws from ten cards, one for each fault, which are shuffled whenever all are drawn. */
function drawer(seed: number): () => Fault | null {
  let state = seed >>> 0;
  // A linear congruential generator: any will do that a seed repeats.
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let cards: (Fault | null)[] = [];
  return () => {
    if (cards.length === 0) cards = [...FAULTS, null, null, null, null, null, null];
    return cards.splice(Math.floor(random() * cards.length), 1)[0] ?? null;
  };
}
