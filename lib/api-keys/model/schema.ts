import { z } from 'zod';
import { DEFAULT_SCOPES, SCOPES } from '@/lib/scopes';
import { oneLine, onOrOff, severalLines, withoutKey } from '@/lib/text';
import { entriesIn, MOST_ADDRESSES, readEntry, type WrongAddress } from './address-list';
import { expiryChoice } from './expiry';

export const NAME_MAX_CHARACTERS = 80;
export const NOTE_MAX_CHARACTERS = 500;

/** A key's name: 1–80 characters, trimmed, one line without deceptive characters. */
export const apiKeyName = oneLine(NAME_MAX_CHARACTERS);

/** What its Owner wants to remember about a key: up to 500 characters, trimmed; it may be empty. */
const apiKeyNote = severalLines(NOTE_MAX_CHARACTERS);

/** At least one scope; stored once each, in the order in which they are declared. */
const scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .transform((given) => SCOPES.filter((scope) => given.includes(scope)));

/** What an answer in English says of an entry of the list that is wrong. */
const WRONG_ADDRESS: Record<WrongAddress['code'], string> = {
  no_address: 'Give IPv4 or IPv6 addresses, or ranges such as 203.0.113.0/24.',
  every_address: 'Leave the list empty to let requests come from every address.',
  host_bits: 'Give the first address of a range.',
};

/**
 * Addresses and ranges that requests with a key may come from, as somebody types or pastes them; none
 * means any. Each is stored once, as {@link readEntry} has it.
 */
const allowedAddresses = withoutKey(z.string()).transform((text, context) => {
  const entries = entriesIn(text);
  if (entries.length > MOST_ADDRESSES) {
    const params = { code: 'too_many_addresses', max: MOST_ADDRESSES, count: entries.length };
    const message = `Give at most ${MOST_ADDRESSES} addresses and ranges.`;
    context.addIssue({ code: 'custom', params, message });
    return z.NEVER;
  }
  const read = entries.map(readEntry);
  for (const { wrong } of read) {
    if (!wrong) continue;
    context.addIssue({ code: 'custom', params: wrong, message: WRONG_ADDRESS[wrong.code] });
    return z.NEVER;
  }
  return [...new Set(read.flatMap(({ range }) => range ?? []))];
});

/** More than any plan has; no plan's own limit is exceeded by it. */
const MOST_PER_MINUTE = 1_000_000;

/** Requests per minute, in digits; without any, its plan's limit is the key's. */
const requestsPerMinute = z
  .string()
  .trim()
  .refine((text) => /^\d*$/.test(text) && (text === '' || isPerMinute(Number(text))), {
    params: { code: 'per_minute', max: MOST_PER_MINUTE },
    error: `Give a whole number from 1 to ${MOST_PER_MINUTE}.`,
  })
  .transform((text) => (text === '' ? null : Number(text)));

const isPerMinute = (number: number) => number >= 1 && number <= MOST_PER_MINUTE;

/**
 * What an Owner decides about a key, in columns of the same names. It is what an edit may change, a
 * rotation keeps, and the page of the key and its export tell.
 */
const terms = {
  name: apiKeyName,
  note: apiKeyNote,
  scopes,
  allowedAddresses,
  requestsPerMinute,
  newPlaceMails: onOrOff,
};

/** What is decided when a key is generated, and what it is for whoever leaves it out. */
const firstTerms = {
  name: terms.name,
  scopes: terms.scopes.default(DEFAULT_SCOPES),
  allowedAddresses: allowedAddresses.default([]),
  requestsPerMinute: requestsPerMinute.default(null),
  newPlaceMails: terms.newPlaceMails.default(true),
} satisfies Record<Exclude<keyof typeof terms, 'note'>, z.ZodType>;

/** Whoever leaves out when a key expires has it live as long as it may. */
export const createApiKeyInput = z.strictObject({ ...firstTerms, ...expiryChoice });

/** Changes to a key: what is left out stays. */
export const updateApiKeyInput = z.strictObject({ ...terms, ...expiryChoice }).partial();

export type CreateField = keyof z.input<typeof createApiKeyInput>;
export type UpdateField = keyof z.input<typeof updateApiKeyInput>;

/** The columns of what an Owner decides, to be read. */
export const TERM_COLUMNS = {
  ...(Object.fromEntries(Object.keys(terms).map((name) => [name, true])) as {
    [Name in keyof typeof terms]: true;
  }),
  expiresAt: true,
} as const;
