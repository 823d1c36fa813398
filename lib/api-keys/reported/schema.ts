import { z } from 'zod';
import { sourceUrl } from './source-url';

/** Of one report. */
export const MAX_KEYS = 1_000;

/** What anyone may send who has found keys where they should not be. */
export const leakReportInput = z.strictObject({
  keys: z
    .array(z.string().meta({ description: 'A key, as it was found.' }))
    .min(1)
    .max(MAX_KEYS)
    .meta({
      description:
        'What was found. A text that is no key, or a key that has ended, is received like any other.',
      example: ['sk_…'],
    }),
  source_url: sourceUrl.optional().meta({
    description:
      'Where it was found: an `http` or `https` address, for the Owner of the key. A key in it is cut out.',
    example: 'https://example.com/shop/.env',
  }),
});
