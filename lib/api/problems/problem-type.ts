import { z } from 'zod';
import type { ApiErrorCode, DetailsOf } from '@/lib/errors';

/** What a code may add to the members that every problem has. */
export const problemMembers = z
  .strictObject({
    retry_after: z.int().min(0).meta({ description: 'Seconds until it is worth trying again.' }),
    errors: z.array(
      z
        .strictObject({
          detail: z.string(),
          pointer: z.string().optional().meta({
            description:
              'The wrong field of the body, as a JSON pointer (RFC 6901): `#/lines/0/quantity`, or `#` for the whole.',
          }),
          parameter: z.string().optional().meta({
            description:
              'In place of `pointer`: the wrong parameter of the address, such as `limit`.',
          }),
        })
        .meta({ id: 'ProblemError' }),
    ),
    invoice_status: z.string(),
    invoice_id: z.uuid(),
  })
  .partial();

export type ProblemMembers = z.input<typeof problemMembers>;

/** Headers that only problems have: what is wrong, what would be accepted, when to try again. */
export type ProblemHeader = 'WWW-Authenticate' | 'Accept' | 'Accept-Encoding' | 'Retry-After';

export type ProblemHeaders = Partial<Record<ProblemHeader, string>>;

type Template<Details> = {
  status: number;
  /** the code in a few words */
  title: string;
  /** a sentence for people */
  detail: string | ((details: Details) => string);
  /** what the OpenAPI document says instead, where `detail` tells a caller less */
  described?: string;
  members?: (details: Details) => ProblemMembers;
  headers?: (details: Details) => ProblemHeaders;
  /** no route answers with this code: only pages show it */
  onlyInApp?: true;
};

/**
 * What one code means. If its errors have details, it needs an example of them for the OpenAPI
 * document, unless no route answers with it.
 */
type ProblemType<Details> = Template<Details> &
  ([Details] extends [undefined]
    ? { example?: never }
    : { example: Details } | { onlyInApp: true; example?: never });

export type ProblemTypes = { [Code in ApiErrorCode]: ProblemType<DetailsOf<Code>> };
