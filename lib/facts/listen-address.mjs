/** Where this process listens, and who reaches it there. */

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = ['0.0.0.0', '::'];

/**
 * The address to listen on. The embedded database is a demo or a developer's: without LISTEN_ADDRESS
 * only this machine reaches it. A server listens on all interfaces.
 * @param {Record<string, unknown>} settings
 * @returns {string | undefined} undefined for all interfaces
 */
export const listenAddress = ({ LISTEN_ADDRESS, DATABASE_URL }) =>
  LISTEN_ADDRESS ? String(LISTEN_ADDRESS) : DATABASE_URL ? undefined : LOOPBACK;

/**
 * Where this process reaches itself.
 * @param {string | undefined} address see {@link listenAddress}
 * @param {number} port
 */
export function ownOrigin(address, port) {
  if (!address || EVERYWHERE.includes(address)) return `http://localhost:${port}`;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Whether only this machine can connect to an address, or open an origin with that host. */
export const isLoopback = (host = '') =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Whether an origin is one of this machine, as for a demo.
 * @param {string} origin
 */
export const isLocalOrigin = (origin) => isLoopback(new URL(origin).hostname);
