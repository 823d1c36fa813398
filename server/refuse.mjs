/**
 * Answers what never reaches the app with a problem like the API's (RFC 9457).
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Socket } from 'node:net'
 */
import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';
import { IMPROPER } from '../lib/facts/improper-requests.mjs';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../lib/facts/response-headers.mjs';
import { answersOf } from './answers.mjs';
import { strictTransport } from './hsts.mjs';

const refused = new WeakSet();

/** How long a connection that was refused is listened to, so that its client can read why. */
const LINGER_MS = 1_000;

const LATE = 'ERR_HTTP_REQUEST_TIMEOUT';
const NO_REQUEST = 'This is no HTTP request that can be answered here.';

/**
 * @param {string | undefined} code what Node.js calls what is wrong
 * @returns {keyof typeof IMPROPER}
 */
const codeOf = (code) =>
  code === LATE
    ? 'request_timeout'
    : code === 'HPE_HEADER_OVERFLOW'
      ? 'headers_too_large'
      : 'invalid_request';

/**
 * Refuses a request that is no proper HTTP, and closes the connection.
 * @param {string} origin where this installation is reached
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {string} detail what is wrong, as a sentence
 */
export function refuseRequest(origin, { socket }, response, detail) {
  const { status, headers, body } = problem(origin, socket, 'invalid_request', detail);
  response.writeHead(status, headers).end(body);
}

/**
 * Refuses what cannot become a request (not HTTP, too large, or too late) and closes the connection.
 * The requests before it are answered first (RFC 9112 section 9.3.2).
 * A connection on which nothing was asked is closed without a word.
 * @param {string} origin where this installation is reached
 * @param {Socket} socket
 * @param {Error & { code?: string }} error what is wrong, as Node.js tells it
 */
export async function refuseConnection(origin, socket, { code }) {
  // Browsers connect in advance, and would take what is said here for the answer to a later request.
  if (code === LATE && socket.bytesRead === 0) return socket.destroy();
  // Whatever else arrives on the connection is an error again.
  if (refused.has(socket)) return;
  refused.add(socket);
  const answers = answersOf(socket);
  // If the error is within a body, this is in place of the answer to it.
  const broken = answers.find(({ req }) => !req.complete);
  await Promise.allSettled(answers.map((one) => one !== broken && once(one, 'close')));
  if (broken?.headersSent) return socket.destroySoon();
  if (!socket.writable) return socket.destroy();

  const { status, headers, body } = problem(origin, socket, codeOf(code));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  // What is still on its way would be met by a reset, which may overtake the answer.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/**
 * Writes the log line too, in the app's log once that is there.
 * @param {string} origin
 * @param {Socket} socket
 * @param {keyof typeof IMPROPER} code
 * @param {string} [detail]
 */
function problem(origin, { remoteAddress }, code, detail) {
  const requestId = crypto.randomUUID();
  const { status, title, detail: known } = { detail: NO_REQUEST, ...IMPROPER[code] };
  const line = { requestId, code, status, detail: detail ?? known, socketAddress: remoteAddress };
  globalThis.zendrhax?.log?.warn(line, 'request refused');
  const hsts = strictTransport(origin);
  const body = JSON.stringify({
    type: `${origin}/help/errors#${code}`,
    title,
    status,
    detail: line.detail,
    instance: `urn:uuid:${requestId}`,
    code,
  });
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    'Cache-Control': 'private, no-store',
    ...Object.fromEntries(
      [...SECURITY_HEADERS, NO_PAGE_POLICY].map(({ key, value }) => [key, value]),
    ),
    ...(hsts && { 'Strict-Transport-Security': hsts }),
    Connection: 'close',
  };
  return { status, headers, body };
}
