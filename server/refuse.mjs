/**
 * Answers what never reaches the app with a problem like the API's (RFC 9457).
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Socket } from 'node:net'
 */
import { once } from 'node:events';

/**
 * The answers that each connection still waits for.
 * @type {WeakMap<Socket, Set<ServerResponse>>}
 */
const openAnswers = new WeakMap();
const refused = new WeakSet();

/**
 * How many answers one connection may wait for. A thousand short requests fit into one packet, and
 * their answers would all be in memory, for someone who need not even read them.
 */
const MAX_OPEN_ANSWERS = 16;

/**
 * Remembers an answer until it is sent: see {@link refuseConnection}.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @returns {boolean} whether it is to be given; if not, the connection is closed
 */
export function noteAnswer({ socket }, response) {
  const answers = openAnswers.get(socket) ?? new Set();
  if (answers.size >= MAX_OPEN_ANSWERS) socket.destroy();
  if (socket.destroyed) return false;
  openAnswers.set(socket, answers.add(response));
  response.on('close', () => answers.delete(response));
  return true;
}

/**
 * Refuses a request that is no proper HTTP, and closes the connection.
 * @param {string} origin where this installation is reached
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {string} detail what is wrong, as a sentence
 */
export function refuseRequest(origin, { socket }, response, detail) {
  const { headers, body } = invalidRequest(origin, detail, socket);
  response.writeHead(400, headers).end(body);
}

/**
 * Refuses what cannot become a request (not HTTP, or headers too large) and closes the connection.
 * The requests before it are answered first (RFC 9112 section 9.3.2).
 * A connection on which nothing was asked is closed without a word.
 * @param {string} origin where this installation is reached
 * @param {Socket} socket
 * @param {Error & { code?: string }} error what is wrong, as Node.js tells it
 */
export async function refuseConnection(origin, socket, { code }) {
  // Browsers connect in advance, and would take what is said here for the answer to a later request.
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0) return socket.destroy();
  // Whatever else arrives on the connection is an error again.
  if (refused.has(socket)) return;
  refused.add(socket);
  const answers = [...(openAnswers.get(socket) ?? [])];
  // If the error is within a body, this is in place of the answer to it.
  const broken = answers.find(({ req }) => !req.complete);
  await Promise.allSettled(answers.map((one) => one !== broken && once(one, 'close')));
  if (broken?.headersSent) return socket.destroySoon();
  if (!socket.writable) return socket.destroy();

  const detail = 'This is no HTTP request that can be answered here, or it did not arrive in time.';
  const { headers, body } = invalidRequest(origin, detail, socket);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

/**
 * Writes the log line too, in the app's log once that is there.
 * @param {string} origin
 * @param {string} detail
 * @param {Socket} socket
 */
function invalidRequest(origin, detail, { remoteAddress }) {
  const requestId = crypto.randomUUID();
  const problem = { code: 'invalid_request', status: 400 };
  const line = { requestId, ...problem, detail, socketAddress: remoteAddress };
  globalThis.zendrhax?.log?.warn(line, 'request refused');
  const body = JSON.stringify({
    type: `${origin}/help/errors#invalid_request`,
    title: 'Invalid request',
    status: problem.status,
    detail,
    instance: `urn:uuid:${requestId}`,
    code: problem.code,
  });
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    'Cache-Control': 'private, no-store',
    Connection: 'close',
  };
  return { headers, body };
}
