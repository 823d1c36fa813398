/** What is put right before Next.js sees a request: it answers some of these with 500, or with nothing. */

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Names a method that no route handler can be exported for; lib/api/route.ts refuses it with 405. */
const OTHER_METHOD = 'x-zendrhax-method';

/** Changes both in place. */
export function putRight(request, response) {
  appendSocketAddress(request);
  if (request.url.startsWith('/api/')) sendWhole(response);
  if (!isDecodable(request.url)) request.url = request.url.replaceAll('%', '%25');
  if (METHODS.includes(request.method)) return;
  request.headers[OTHER_METHOD] = request.method;
  request.method = 'OPTIONS';
}

/** As any proxy does: so the last address is true, whatever the caller wrote (lib/request/client-address.ts). */
function appendSocketAddress({ headers, socket }) {
  const claimed = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = claimed
    ? `${claimed}, ${socket.remoteAddress}`
    : socket.remoteAddress;
}

/**
 * Next.js sends headers, body and end apart, and the body in chunks. What the API answers is short:
 * it goes out at once, with its length.
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

/** An address with a stray `%` names nothing: taken literally, it is not found. */
function isDecodable(url) {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Answers what never becomes a request (not HTTP, headers that do not fit, a wish for another
 * protocol) as the API answers (RFC 9457), and hangs up.
 * @param origin where this installation is reached
 */
export function refuse(origin, socket) {
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
