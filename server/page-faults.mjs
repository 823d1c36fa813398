/**
 * Refuses what Next.js would answer with 500, though the request is at fault.
 * @import { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
 */
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** The longest form that Next.js accepts for a server action. */
const MAX_FORM_BYTES = 1024 * 1024;

const REASONS = {
  400: 'Bad Request',
  403: 'Forbidden',
  411: 'Length Required',
  413: 'Content Too Large',
};

const HEADERS = {
  'Content-Type': 'text/plain',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Answers a request for a page that cannot be served.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @returns {boolean} whether it has been answered
 */
export function refusePageRequest(request, response) {
  const status = isForApi(request.url) ? null : statusFor(request);
  if (!status) return false;
  response.writeHead(status, HEADERS).end(REASONS[status]);
  return true;
}

/**
 * The API and sign-in judge their requests themselves.
 * @param {string | undefined} url
 */
const isForApi = (url = '') => /^\/api(\/|\?|$)/.test(url);

/**
 * @param {IncomingMessage} request
 * @returns {keyof typeof REASONS | null}
 */
function statusFor({ method, headers }) {
  if (!isRouterState(headers['next-router-state-tree'])) return 400;
  if (method !== 'POST') return null;
  if (isForeign(headers)) return 403;
  if ('transfer-encoding' in headers) return 411;
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

/**
 * Whether another site's page sent this, by the same comparison as Next.js's.
 * @param {IncomingHttpHeaders} headers
 */
function isForeign({ origin, host, 'x-forwarded-host': forwarded }) {
  if (origin === undefined) return false;
  const [first = ''] = String(forwarded ?? '').split(',', 1);
  const own = first.trim() || host;
  return !URL.canParse(origin) || new URL(origin).host !== own;
}
