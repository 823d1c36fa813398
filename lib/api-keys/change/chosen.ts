import { z } from 'zod';

/**
 * How many keys can be chosen at once. Their ids stand in the address of a page, which has room for as
 * many, and one transaction changes them in a moment.
 */
export const MOST_CHOSEN = 200;

/** The ids of keys that somebody chose, each once. */
export const chosenIds = z
  .array(z.uuid())
  .min(1)
  .max(MOST_CHOSEN)
  .transform((ids) => [...new Set(ids)]);
