/**
 * Where this installation is reached is what NEXTAUTH_URL says, whatever a caller or a proxy writes:
 * a `Host` with a port or of their own, an `X-Forwarded-Host` from anybody. Only a demo without that
 * setting is reached by whichever name was used.
 * @import { IncomingMessage } from 'node:http'
 */

/**
 * Tells the framework and next-auth so, in the headers of a request. They are reached over HTTP: the
 * framework would ask itself over TLS otherwise, for the page that an action leads to.
 * @param {IncomingMessage} request
 * @param {string} [configured] the origin in NEXTAUTH_URL
 */
export function nameOrigin({ headers }, configured) {
  for (const name of ['host', 'port']) delete headers[`x-forwarded-${name}`];
  headers['x-forwarded-proto'] = 'http';
  if (configured) headers.host = new URL(configured).host;
}

/**
 * Whether another site's page sent a form or an action (ASVS 3.5.1). Who is no browser need not say
 * where it comes from.
 * @param {IncomingMessage} request
 * @param {string} [configured] the origin in NEXTAUTH_URL
 */
export function isForeign({ headers: { origin, host } }, configured) {
  if (origin === undefined) return false;
  const own = configured ?? `http://${host}`;
  return originOf(origin) === null || originOf(origin) !== originOf(own);
}

/** @param {string} address */
const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : null);
