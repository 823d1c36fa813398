import { z } from 'zod';
import { AppError, type FieldError } from './errors';
import { sentenceFor } from './field-error-words';
import { isStorable } from './text';

type Place = (path: readonly PropertyKey[]) => Pick<FieldError, 'pointer' | 'parameter'>;

/**
 * Parses outside input, once, at the start of a domain verb.
 * @returns what the schema makes of the input
 * @throws AppError `validation_failed` naming every wrong field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return parseAt(schema, input, 'field', (path) => ({ pointer: pointerTo(path) }));
}

/**
 * {@link parse} for the parameters of an address.
 * @throws AppError `validation_failed` naming every wrong parameter
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: unknown,
): z.output<Schema> {
  return parseAt(schema, query, 'parameter', ([name]) => ({ parameter: String(name) }));
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

function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  what: 'field' | 'parameter',
  placeOf: Place,
): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: sentenceFor });
  const errors = parsed.success
    ? unstorableIn(parsed.data).map((path) => ({ ...placeOf(path), ...UNSTORABLE }))
    : parsed.error.issues.flatMap((issue) => toFieldErrors(issue, what, placeOf));
  if (!parsed.success || errors.length > 0) throw new AppError('validation_failed', { errors });
  return parsed.data;
}

const UNSTORABLE = { code: 'control_characters', detail: 'Leave out control characters.' };

/** Where texts are that no database can hold, for schemas that say nothing of their characters. */
function unstorableIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorableIn(inner, [...path, key]));
}

function toFieldErrors(issue: z.core.$ZodIssue, what: string, placeOf: Place): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...placeOf([...issue.path, key]),
      code: 'unknown_field',
      detail: `This ${what} is not known here.`,
    }));
  }
  const { code = issue.code, ...values } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  return [{ ...placeOf(issue.path), code, detail: issue.message, values }];
}

/** RFC 6901 as a URI fragment: `#/lines/0/unit_amount`, and `#` for the whole. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return ['#', ...parts.map(encodeURIComponent)].join('/');
}

/** The name of the wrong field or parameter; empty for the whole. */
export function fieldNameOf({ pointer, parameter }: FieldError): string {
  return parameter ?? pointer?.replace(/^#\/?/, '') ?? '';
}
