const ESCAPED = /(?:%[0-9a-f]{2})+/gi;
/** A link within a link is escaped once more for each that wraps it. */
const WRAPPED_TIMES = 3;
const CHARACTERS_MAX = 16_384;

/** After its `#`, a code may go on in the next line, as mail programs break long ones. */
const IN_LINK = /#((?:[\w-]\s{0,4}){42}[\w-])(?![\w-])/;
const BY_ITSELF = /(?<![\w-])[\w-]{43}(?![\w-])/;
const WHOLE = /^[\w-]{43}$/;

/**
 * The code of a mailed link, which is 43 characters of base64url (256 bits), in whatever is pasted
 * or opened: alone, in its link, in a link that a scanner of mails has wrapped, with its `#` escaped,
 * over two lines, or with invisible characters in it.
 * @param text of a person or an address; what lies beyond 16,384 characters is not read
 * @returns the code, or null if there is none
 */
export function codeInText(text: string): string | null {
  const read = visible(text.slice(0, CHARACTERS_MAX));
  const compact = withoutSpace(read);
  if (WHOLE.test(compact)) return compact;
  const linked = IN_LINK.exec(read)?.[1];
  return linked ? withoutSpace(linked) : (BY_ITSELF.exec(read)?.[0] ?? null);
}

function visible(text: string): string {
  let read = text;
  for (let times = 0; times < WRAPPED_TIMES; times++) read = read.replace(ESCAPED, decoded);
  return read.replace(/\p{Cf}/gu, '');
}

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

const withoutSpace = (text: string) => text.replace(/\s/g, '');
