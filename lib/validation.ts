import { z } from 'zod';
import { AppError, type FieldError } from './errors';

/**
 * Parses outside input, once, at the start of a domain verb.
 * @returns what the schema makes of the input
 * @throws AppError `validation_failed` naming every wrong field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('validation_failed', { errors: parsed.error.issues.flatMap(toFieldErrors) });
}

/**
 * The id of a row, from outside.
 * @throws AppError `not_found` for what cannot be one
 */
export function parseId(input: unknown): string {
  const { data } = z.uuid().safeParse(input);
  if (!data) throw new AppError('not_found');
  return data;
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'unknown_field',
      detail: 'This field is not known here.',
    }));
  }
  const { code = issue.code, ...values } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  return [{ pointer: pointerTo(issue.path), code, detail: issue.message, values }];
}

/** RFC 6901 as a URI fragment: `#/lines/0/unit_amount`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
