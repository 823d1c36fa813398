/**
 * Corrects requests, and what Next.js would make of them: it answers some with 500, and some not at
 * all.
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 */
import { SENT_METHOD, SENT_QUERY } from '../lib/facts/internal-headers.mjs';

const API = /^\/api(?=[/?]|$)/;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const SENT_ONCE = new Map([
  ['host', 'Host'],
  ['authorization', 'Authorization'],
]);

/**
 * A whole address in place of a path, as a proxy is sent it. A server must take it too (RFC 9112
 * section 3.2.2).
 */
const WHOLE_ADDRESS = /^https?:\/\/([^/?#@]+)([/?].*)?$/i;

/**
 * What makes a request improper HTTP, although Node.js accepts it.
 * @param {IncomingMessage} request
 * @returns a sentence, or null
 */
export function faultOf({ method, url = '', rawHeaders, headers, httpVersion }) {
  const repeated = repeatedHeader(rawHeaders);
  if (repeated) return `Send one ${repeated} header.`;
  // RFC 9112 section 3.2. HTTP/1.0 knows none.
  if (headers.host === undefined && httpVersion === '1.1') return 'Send a Host header.';
  if (url.startsWith('/') || WHOLE_ADDRESS.test(url)) return null;
  return isAboutServer({ method, url }) ? null : 'The target of this request is no address here.';
}

/**
 * The name of a header that may be sent once and was sent again, or undefined. Node.js takes the
 * first; a proxy before it may take another.
 * @param {string[]} rawHeaders
 */
function repeatedHeader(rawHeaders) {
  const seen = new Set();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = SENT_ONCE.get(String(rawHeaders[index]).toLowerCase());
    if (seen.has(name)) return name;
    if (name) seen.add(name);
  }
}

/**
 * `OPTIONS *` (RFC 9110 section 9.3.7).
 * @param {Pick<IncomingMessage, 'method' | 'url'>} request
 */
export const isAboutServer = ({ method, url }) => method === 'OPTIONS' && url === '*';

/**
 * Answers `OPTIONS *`.
 * @param {ServerResponse} response
 */
export const tellMethods = (response) =>
  response.writeHead(204, { Allow: METHODS.join(', ') }).end();

/**
 * Rewrites a request without a {@link faultOf fault} in place: its address is a path that can be
 * decoded, and its headers name the host and the address that it came from.
 * @param {IncomingMessage} request
 */
export function normalize(request) {
  appendSocketAddress(request);
  takeOrigin(request);
  if (!isDecodable(addressOf(request))) request.url = addressOf(request).replaceAll('%', '%25');
}

/**
 * Changes a {@link normalize normalized} request and its response, in place, so that Next.js
 * answers it as it should. What Next.js would change is kept in headers for
 * lib/api/exchange/framework.ts.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export function adapt(request, response) {
  if (API.test(addressOf(request))) {
    sendWhole(response);
    request.url = withoutRedirect(addressOf(request));
  }
  const url = addressOf(request);
  const query = url.indexOf('?');
  if (query < 0) delete request.headers[SENT_QUERY];
  else request.headers[SENT_QUERY] = url.slice(query);
  delete request.headers[SENT_METHOD];
  if (METHODS.includes(String(request.method))) return;
  request.headers[SENT_METHOD] = request.method;
  request.method = 'OPTIONS';
}

/**
 * What a request asks for. Every one that arrives has it.
 * @param {IncomingMessage} request
 */
const addressOf = ({ url = '' }) => url;

/**
 * Reduces a whole address to a path. Its host takes the place of the Host header's.
 * @param {IncomingMessage} request
 */
function takeOrigin(request) {
  const [, host, rest = '/'] = WHOLE_ADDRESS.exec(addressOf(request)) ?? [];
  if (host === undefined) return;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}

/** An address of the API that leads nowhere, and is short: the framework parses each part of one. */
const NOWHERE = '/api/%2F';

/** Ten times as long as any that leads somewhere, in characters. */
const PATH_MAX = 1_000;

/** @param {string} path */
const isNowhere = (path) => path.length > PATH_MAX || path.includes('//') || path.includes('\\');

/**
 * Next.js redirects addresses with a slash at the end, two in a row or a backslash, in plain text.
 * In the API, a slash at the end changes nothing, and an address with one of the others, or one that
 * is long, is not found.
 * @param {string} url
 */
function withoutRedirect(url) {
  const [path = '', ...query] = url.split('?');
  // Not a pattern: one that looks for slashes at the end would start anew at each of them.
  let end = path.length;
  while (path[end - 1] === '/') end--;
  const found = path.slice(0, end);
  return [isNowhere(found) ? NOWHERE : found, ...query].join('?');
}

/**
 * Appends like a proxy, so that the last address is never the caller's (lib/request/client-address.ts).
 * @param {IncomingMessage} request
 */
function appendSocketAddress({ headers, socket }) {
  const claimed = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = claimed
    ? `${claimed}, ${socket.remoteAddress}`
    : socket.remoteAddress;
}

/**
 * Sends an answer in one piece, with its length. Next.js would send headers and body separately and
 * in chunks; the API's answers are short.
 * @param {ServerResponse} response
 */
function sendWhole(response) {
  const { end } = response;
  /** @type {Uint8Array[]} */
  const chunks = [];
  /** @type {(chunk?: unknown, encoding?: unknown) => true} */
  const keep = (chunk, encoding) => {
    const known = typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
    if (chunk instanceof Uint8Array) chunks.push(chunk);
    else if (chunk) chunks.push(Buffer.from(String(chunk), known));
    return true;
  };
  /** @type {(chunk?: unknown, encoding?: unknown) => ServerResponse} */
  const endWhole = (chunk, encoding) => {
    keep(chunk, encoding);
    const body = chunks.length > 1 ? Buffer.concat(chunks) : chunks[0];
    return Reflect.apply(end, response, body?.length ? [body] : []);
  };
  response.flushHeaders = () => {};
  response.write = keep;
  response.end = endWhole;
}

/**
 * Whether the `%` escapes are valid. If not, the address is taken literally, and is not found.
 * @param {string} url
 */
function isDecodable(url) {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
