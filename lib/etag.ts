import { createHash } from 'node:crypto';
import { AppError } from './errors';

/** What a request asks of the present state (RFC 9110 section 13.1), as its headers say it. */
export type Preconditions = { ifMatch: string | null; ifNoneMatch: string | null };

export const NO_PRECONDITIONS: Preconditions = { ifMatch: null, ifNoneMatch: null };

const TAG = /(?:^|,)[ \t]*((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?=,|$)/g;

export function preconditionsOf(headers: Pick<Headers, 'get'>): Preconditions {
  return { ifMatch: headers.get('if-match'), ifNoneMatch: headers.get('if-none-match') };
}

/**
 * The strong entity tag of a body (RFC 9110 section 8.8.3): a different body has a different tag.
 * @param text as it is sent
 */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** What {@link codedTag} appends. A hash in base64url has no dot. */
const CODED = /\.[a-z]+(?="$)/;

/**
 * The tag of a body in a coding: what is compressed is another representation (RFC 9110 section 8.8.3.3).
 * @param coding null for the body as it is
 */
export const codedTag = (etag: string, coding: string | null): string =>
  coding === null ? etag : etag.replace(/"$/, `.${coding}"`);

/**
 * Whichever coding the caller has read it in, it is the same thing.
 * @param etag of what is about to be changed, held until the change is done
 * @throws AppError `precondition_failed`
 */
export function assertMayChange({ ifMatch, ifNoneMatch }: Preconditions, etag: string): void {
  if (ifMatch !== null && !lists(ifMatch, etag)) throw new AppError('precondition_failed');
  if (ifNoneMatch !== null && listsWeakly(ifNoneMatch, etag, plain)) {
    throw new AppError('precondition_failed');
  }
}

/**
 * @param etag of what is about to be sent, in its coding
 * @returns whether the caller has it already: 304
 * @throws AppError `precondition_failed` for an If-Match that does not hold
 */
export function isKnown({ ifMatch, ifNoneMatch }: Preconditions, etag: string): boolean {
  if (ifMatch !== null && !lists(ifMatch, etag)) throw new AppError('precondition_failed');
  return ifNoneMatch !== null && listsWeakly(ifNoneMatch, etag);
}

/** Strong comparison: a weak tag matches nothing. In a coding or another, it is the same thing. */
function lists(header: string, etag: string): boolean {
  return header.trim() === '*' || tagsIn(header).map(plain).includes(plain(etag));
}

/** @param read what to compare of a tag: by default all of it */
function listsWeakly(header: string, etag: string, read = (tag: string) => tag): boolean {
  if (header.trim() === '*') return true;
  return tagsIn(header).some((tag) => read(tag.replace(/^W\//, '')) === etag);
}

const plain = (etag: string): string => etag.replace(CODED, '');

/** Anything that is no entity tag, such as one without its quotation marks, matches nothing. */
function tagsIn(header: string): string[] {
  return [...header.matchAll(TAG)].map(([, tag]) => String(tag));
}
