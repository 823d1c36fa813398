/**
 * What requests are told that never reach the app: server/refuse.mjs answers them with these codes, and
 * lib/api/problems explains them.
 */
export const IMPROPER = {
  invalid_request: { status: 400, title: 'Invalid request' },
  request_timeout: {
    status: 408,
    title: 'Request timeout',
    detail: 'The request did not arrive in time: its headers have 15 seconds, all of it has 30.',
  },
  headers_too_large: {
    status: 431,
    title: 'Headers too large',
    detail: 'The headers, with the address, may have at most 16 KiB.',
  },
};
