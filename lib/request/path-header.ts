/** Carries the address of the page being asked for from proxy.ts to the guards. */
export const PATH_HEADER = 'x-zendrhax-path';

/** Carries its method: pages are asked for with POST only to do something. */
export const METHOD_HEADER = 'x-zendrhax-method';

/** Carries the nonce that the page's policy allows inline scripts with. */
export const NONCE_HEADER = 'x-zendrhax-nonce';
