/**
 * Refuses what Next.js would answer with 500, though the request is at fault.
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 */
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { clientIn, networkOf } from '../lib/facts/addresses.mjs';
import { isForeign } from './own-origin.mjs';
import { isStreamed, withWholeBody } from './whole-body.mjs';

/** The longest form that Next.js accepts for a server action. */
const MAX_FORM_BYTES = 1024 * 1024;

const REASONS = {
  400: 'Bad Request',
  403: 'Forbidden',
  413: 'Content Too Large',
};

/** A path or an origin may be as long as the headers of a request. */
const MAX_LOGGED = 200;

/**
 * What it needs to know of this installation: the origin in NEXTAUTH_URL, and whose are the proxies.
 * @typedef {{ configured?: string | undefined, isTrusted: (address: string) => boolean }} Installation
 */

/**
 * Answers a request for a page, or for sign-in, that cannot be served.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Installation} installation
 * @returns the request to be served, whose body has a length, or null if it has been answered
 */
export async function takePageRequest(request, response, installation) {
  if (isForApi(request.url)) return request;
  const status = statusFor(request, installation);
  if (status) return refuse(request, response, status, installation);
  if (!isStreamed(request)) return request;
  try {
    const whole = await withWholeBody(request, MAX_FORM_BYTES);
    return whole ?? refuse(request, response, 413, installation);
  } catch {
    // The caller has hung up.
    response.destroy();
    return null;
  }
}

/**
 * The log has who sent it: a page of another site may have sent it in somebody's name (ASVS 16.3.3).
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {keyof typeof REASONS} status
 * @param {Installation} installation
 */
function refuse({ method, url = '', headers }, response, status, { isTrusted }) {
  const [path = ''] = url.split('?', 1);
  const line = {
    method,
    path: path.slice(0, MAX_LOGGED),
    status,
    origin: headers.origin?.slice(0, MAX_LOGGED),
    clientAddress: networkOf(clientIn(String(headers['x-forwarded-for']), isTrusted)),
  };
  globalThis.zendrhax?.log?.warn(line, 'page request refused');
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(REASONS[status]);
  return null;
}

/**
 * The API judges its requests itself, and counts their bytes. Those of next-auth are like a page's.
 * @param {string | undefined} url
 */
const isForApi = (url = '') => /^\/api(?!\/auth(?:[/?]|$))(?:[/?]|$)/.test(url);

/**
 * @param {IncomingMessage} request
 * @param {Installation} installation
 * @returns {keyof typeof REASONS | null}
 */
function statusFor(request, { configured }) {
  const { method, headers } = request;
  if (!isRouterState(headers['next-router-state-tree'])) return 400;
  if (method !== 'POST') return null;
  if (isForeign(request, configured)) return 403;
  return Number(headers['content-length'] ?? 0) > MAX_FORM_BYTES ? 413 : null;
}

/**
 * Whether Next.js can read the header in which a browser says what it shows already.
 * @param {string | string[] | undefined} header
 */
function isRouterState(header) {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}
