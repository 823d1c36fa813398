import { z } from 'zod';
import { PROBLEM_TYPES } from '@/lib/api/problems';

const CODES = Object.keys(PROBLEM_TYPES);

/** The body of every error (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.url().meta({ description: 'A page that explains the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'For people; it may change.' }),
    instance: z.string().meta({ description: 'The request id, as in X-Request-Id.' }),
    code: z.enum(CODES).meta({ description: 'For programs; it is stable.' }),
    retry_after: z
      .int()
      .optional()
      .meta({ description: 'Seconds until it is worth trying again.' }),
    errors: z
      .array(
        z.strictObject({
          detail: z.string(),
          pointer: z.string().meta({
            description: 'The wrong field, as a JSON pointer (RFC 6901): `#/lines/0/quantity`.',
          }),
        }),
      )
      .optional(),
    limit: z.int().optional(),
    active: z.int().optional(),
    invoice_status: z.string().optional(),
  })
  .meta({ id: 'Problem' });
