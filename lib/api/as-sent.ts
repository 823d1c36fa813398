/**
 * A request as it was sent. The framework changes what it hands to route files, so server/edge.mjs
 * keeps the original in headers, which no caller can set.
 */
const METHOD = 'x-zendrhax-method';
const QUERY = 'x-zendrhax-query';

/** The method, if the framework does not know it and calls it OPTIONS; otherwise null. */
export function otherMethodOf({ headers }: Request): string | null {
  return headers.get(METHOD);
}

/** The address with all of its parameters: the framework drops some, such as `__proto__`. */
export function urlOf({ url, headers }: Request): URL {
  const address = new URL(url);
  const query = headers.get(QUERY);
  if (query !== null) address.search = query;
  return address;
}
