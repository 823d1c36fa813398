/** How many connections there are, and how long one may do nothing for us. */

const MAX_CONNECTIONS = 2_000;
const HEADERS_WITHIN_MS = 15_000;
/** An answer that nobody reads holds its connection and its memory for as long. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * Limits how many connections there are, and how long one may take to ask or to read.
 * @param {import('node:http').Server} server
 */
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
