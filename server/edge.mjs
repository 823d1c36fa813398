/** Corrects requests before Next.js sees them: it would answer some with 500, or not at all. */

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Holds a method that no route file can handle; lib/api/route.ts answers it with 405. */
const OTHER_METHOD = 'x-zendrhax-method';

/** Changes the request and the response in place. */
export function normalize(request, response) {
  appendSocketAddress(request);
  if (request.url.startsWith('/api/')) sendWhole(response);
  if (!isDecodable(request.url)) request.url = request.url.replaceAll('%', '%25');
  if (METHODS.includes(request.method)) return;
  request.headers[OTHER_METHOD] = request.method;
  request.method = 'OPTIONS';
}

/** Appends the socket's address, which the caller cannot fake (lib/request/client-address.ts). */
function appendSocketAddress({ headers, socket }) {
  const claimed = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = claimed
    ? `${claimed}, ${socket.remoteAddress}`
    : socket.remoteAddress;
}

/**
 * Sends an answer in one piece, with its length. Next.js would send headers and body separately and
 * in chunks; the API's answers are short.
 */
function sendWhole(response) {
  const { end } = response;
  const chunks = [];
  const keep = (chunk, encoding) => {
    if (chunk) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
    return true;
  };
  response.flushHeaders = () => {};
  response.write = keep;
  response.end = (chunk, encoding) => {
    keep(chunk, encoding);
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    return body.length > 0 ? end.call(response, body) : end.call(response);
  };
}

/** Whether the `%` escapes are valid. If not, the address is taken literally, and is not found. */
function isDecodable(url) {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Answers what cannot become a request (not HTTP, headers too large, an upgrade to another
 * protocol) with a problem like the API's (RFC 9457), and closes the connection.
 * @param origin where this installation is reached
 */
export function refuseConnection(origin, socket) {
  if (!socket.writable) return socket.destroy();
  const instance = crypto.randomUUID();
  const body = JSON.stringify({
    type: `${origin}/help/errors#invalid_request`,
    title: 'Invalid request',
    status: 400,
    detail: 'This is no HTTP request that can be answered here, or it did not arrive in time.',
    instance: `urn:uuid:${instance}`,
    code: 'invalid_request',
  });
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${instance}`,
    'Cache-Control: private, no-store',
    'Connection: close',
  ];
  return socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
