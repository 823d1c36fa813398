/**
 * Compresses pages and files (docs/decisions/039). The API does so for itself (lib/api/endpoint/success.ts).
 * @import { IncomingMessage, RequestListener } from 'node:http'
 */
import compression from 'compression';

/**
 * The page whose form has a token, beside which is what its address says; and what is no page: the API,
 * and next-auth, whose answers are tokens and redirects.
 */
const LEFT_AS_IT_IS = /^\/+(?:sign-in|api)(?=\/|$)/;

/** Who made a browser ask, where that was a page of another site. */
const ELSEWHERE = ['cross-site', 'same-site'];

// It keeps to what the caller accepts and to the types that become shorter, and flushes as pages stream.
const compress = compression();

/**
 * Answers requests in a coding that the caller accepts, if nothing in the answer could be guessed from
 * its length.
 * @param {RequestListener} handle
 * @returns {RequestListener}
 */
export const compressing = (handle) => (request, response) =>
  isSafe(request)
    ? compress(request, response, () => handle(request, response))
    : handle(request, response);

/**
 * Whoever can read the length of an answer, and choose a part of it, learns what else is in it, one
 * character after the other (BREACH). What changes something may be answered with a key, and repeats what
 * was typed. And a page of another site can make somebody's browser ask with their cookies.
 * @param {IncomingMessage} request
 */
function isSafe({ method, url = '', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const [path = ''] = url.split('?', 1);
  if (LEFT_AS_IT_IS.test(decodeURIComponent(path))) return false;
  return !(headers.cookie && ELSEWHERE.includes(String(headers['sec-fetch-site'])));
}
