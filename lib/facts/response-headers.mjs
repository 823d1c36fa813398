/** Headers that are the same for every answer, whichever way it takes. */

/** For all addresses. proxy.ts adds the policy of pages, which carries a nonce. */
export const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
];

/** For whatever is no page: if a browser opens it, nothing in it may run or load (ASVS 3.4.3). */
export const NO_PAGE_POLICY = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; frame-ancestors 'none'",
};

/** The description of the API, in OpenAPI 3.1 and in 3.0. */
export const DOCUMENT_PATHS = ['/api/openapi.json', '/api/openapi-3.0.json'];

/** The description of the API has no secret and needs no key: pages of other sites may read it. */
export const DOCUMENT_HEADERS = [{ key: 'Access-Control-Allow-Origin', value: '*' }];

/**
 * @param {string} path
 * @returns {string[]} names and values in turn, for an answer that next.config.js does not reach
 */
export function headersOf(path) {
  const headers = DOCUMENT_PATHS.includes(path) ? DOCUMENT_HEADERS : [];
  return [...SECURITY_HEADERS, NO_PAGE_POLICY, ...headers].flatMap(({ key, value }) => [
    key,
    value,
  ]);
}
