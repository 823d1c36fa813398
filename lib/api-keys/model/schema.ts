import { z } from 'zod';
import { DEFAULT_SCOPES, SCOPES } from '@/lib/scopes';
import { oneLine, onOrOff, severalLines } from '@/lib/text';
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

/**
 * What an Owner decides about a key, in columns of the same names. It is what an edit may change, a
 * rotation keeps, and the page of the key and its export tell.
 */
const terms = { name: apiKeyName, note: apiKeyNote, scopes, newPlaceMails: onOrOff };

/** What is decided when a key is generated, and what it is for whoever leaves it out. */
const firstTerms = {
  name: terms.name,
  scopes: terms.scopes.default(DEFAULT_SCOPES),
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
