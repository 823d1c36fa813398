/**
 * The headers in which parts of this product tell each other about a request. server/edge.mjs and
 * proxy.ts set or remove each of them, so that no caller can.
 */

/** The address of the page that is asked for, from proxy.ts to what renders it. */
export const PAGE_ADDRESS = 'x-zendrhax-page-address';

/** Its method: pages are asked for with POST only to do something. */
export const PAGE_METHOD = 'x-zendrhax-page-method';

/** The nonce that the page's policy allows inline scripts with. */
export const PAGE_NONCE = 'x-zendrhax-page-nonce';

/** The method that the API was sent where the framework knows no such method. */
export const SENT_METHOD = 'x-zendrhax-sent-method';

/** The query that the API was sent, of which the framework drops some parameters. */
export const SENT_QUERY = 'x-zendrhax-sent-query';
