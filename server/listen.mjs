/** Who can connect to this process, and for how long a connection may do nothing for us. */

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = ['0.0.0.0', '::'];

const MAX_CONNECTIONS = 2_000;
const HEADERS_WITHIN_MS = 15_000;
/** An answer that nobody reads holds its connection and its memory for as long. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * The address to listen on. The embedded database is a demo or a developer's: without LISTEN_ADDRESS
 * only this machine reaches it. A server listens on all interfaces.
 * @param {Record<string, string | undefined>} settings
 * @returns {string | undefined} undefined for all interfaces
 */
export const listenAddress = ({ LISTEN_ADDRESS, DATABASE_URL }) =>
  LISTEN_ADDRESS || (DATABASE_URL ? undefined : LOOPBACK);

/** Where this process reaches itself. */
export function ownOrigin(address, port) {
  if (!address || EVERYWHERE.includes(address)) return `http://localhost:${port}`;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Whether only this machine can connect to an address, or open an origin with that host. */
export const isLoopback = (host = '') =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether an origin is one of this machine, as for a demo. */
export const isLocalOrigin = (origin) => isLoopback(new URL(origin).hostname);

/** Limits how many connections there are, and how long one may take to ask or to read. */
export function limitConnections(server, { answerWithin = ANSWER_WITHIN_MS } = {}) {
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.setTimeout(answerWithin);
  // The timeout above is for a connection on which nothing moves; this one is for a trickle.
  server.on('request', (request, response) => {
    const timer = setTimeout(() => request.socket.destroy(), answerWithin).unref();
    response.on('close', () => clearTimeout(timer));
  });
}
