/**
 * Bodies that do not say how long they are, as from a proxy that passes them on while they come.
 */
import { IncomingMessage } from 'node:http';

/**
 * @param {IncomingMessage} request
 */
export const isStreamed = ({ headers }) => 'transfer-encoding' in headers;

/**
 * Reads such a body, up to a limit, for those who want to know its length first.
 * @param {IncomingMessage} request
 * @param {number} limit in bytes
 * @returns the same request with its body and its length, or null if there is more than the limit:
 *   then nobody keeps the rest
 * @throws Error if the caller hangs up
 */
export async function withWholeBody(request, limit) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > limit) break;
    chunks.push(chunk);
  }
  if (length > limit) {
    request.resume();
    return null;
  }
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  const headers = { ...request.headers, 'content-length': String(length) };
  delete headers['transfer-encoding'];
  const whole = new IncomingMessage(request.socket);
  Object.assign(whole, { method, url, headers, rawHeaders, complete: true });
  Object.assign(whole, { httpVersion, httpVersionMajor, httpVersionMinor });
  whole.push(Buffer.concat(chunks));
  whole.push(null);
  return whole;
}
