const JSON_TYPE = 'application/json';

/** What the body of a request may be: a PATCH is a merge patch (RFC 7396), by either name. */
export const acceptedBy = (method: string): string[] =>
  method === 'PATCH' ? [JSON_TYPE, 'application/merge-patch+json'] : [JSON_TYPE];

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const TYPE = new RegExp(`[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*`, 'y');
/** One parameter with the semicolon before it, or a semicolon with nothing behind it. */
const PARAMETER = new RegExp(
  `;[ \\t]*(?:(${TOKEN})=(?:(${TOKEN})|"((?:[\\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*)")[ \\t]*)?`,
  'y',
);

/** What a Content-Type says; the names of parameters and the type are in lower case. */
type MediaType = { type: string; parameters: [name: string, value: string][] };

/**
 * Reads a Content-Type by its grammar (RFC 9110 section 8.3.1): any parameters, quoted or not, with
 * spaces and tabs around them, in any case.
 * @returns null for what is none
 */
export function mediaTypeOf(header: string): MediaType | null {
  TYPE.lastIndex = 0;
  const type = TYPE.exec(header)?.[1]?.toLowerCase();
  if (!type) return null;
  const parameters: MediaType['parameters'] = [];
  PARAMETER.lastIndex = TYPE.lastIndex;
  while (PARAMETER.lastIndex < header.length) {
    const [found, name, token, quoted = ''] = PARAMETER.exec(header) ?? [];
    if (!found) return null;
    if (name) parameters.push([name.toLowerCase(), token ?? quoted.replace(/\\(.)/g, '$1')]);
  }
  return { type, parameters };
}

/**
 * @param header a Content-Type
 * @returns whether it is one of the accepted types, and in UTF-8, which is what JSON is (RFC 8259):
 *   also called `utf8`, in any case. Other parameters mean nothing to JSON.
 */
export function isAccepted(header: string, accepted: readonly string[]): boolean {
  const found = mediaTypeOf(header);
  if (!found || !accepted.includes(found.type)) return false;
  return found.parameters.every(([name, value]) => name !== 'charset' || /^utf-?8$/i.test(value));
}

/** @returns whether a Content-Encoding names nothing that has to be undone (RFC 9110 section 8.4) */
export function isUncoded(header: string): boolean {
  return header.split(',').every((one) => ['', 'identity'].includes(one.trim().toLowerCase()));
}
