/**
 * Whether a key that may only read is refused at an endpoint: what changes nothing is GET or HEAD
 * (RFC 9110, section 9.2.1), and OPTIONS needs no key. A test holds the endpoints to that.
 * @param endpoint as it is counted, such as `POST /api/invoices`
 */
export const needsWrite = (endpoint: string): boolean => !/^(GET|HEAD|OPTIONS) /.test(endpoint);
