import { isolated } from '@/lib/i18n/isolated';

/** Longer names would push our own words out of a list of mails. */
const MAX = 40;
const UNSEEN = /[\p{Cc}\p{Cs}\p{Z}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const QUOTES = /["“”„‟«»‹›]/g;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Values for a subject, where the messages quote names: one short line each, without marks that end
 * the quotation, break the header (RFC 5322 section 2.2) or reorder what follows (Unicode Standard
 * Annex 9). Which subjects may name a workspace, and why: docs/decisions/017-mail.md.
 */
export function inSubject<Values extends Record<string, unknown>>(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? quotable(value) : value,
  ]);
  return isolated(Object.fromEntries(entries));
}

function quotable(text: string): string {
  const line = text.replace(UNSEEN, ' ').replace(QUOTES, "'").trim();
  const characters = [...graphemes.segment(line)].map(({ segment }) => segment);
  return characters.length > MAX
    ? `${characters
        .slice(0, MAX - 1)
        .join('')
        .trim()}…`
    : line;
}
