const JSON_TYPE = 'application/json';

/** What the body of a request may be: a PATCH is a merge patch (RFC 7396), by either name. */
export const acceptedBy = (method: string): string[] =>
  method === 'PATCH' ? [JSON_TYPE, 'application/merge-patch+json'] : [JSON_TYPE];
