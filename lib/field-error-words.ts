import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;
type Code = z.core.$ZodIssue['code'];
type Words = {
  [One in Code]: (issue: z.core.$ZodRawIssue<Extract<z.core.$ZodIssue, { code: One }>>) => string;
};

const TYPES: Record<string, string> = {
  string: 'Give a text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  object: 'Give an object.',
};

const FORMATS: Record<string, string> = {
  date: 'Write a day as YYYY-MM-DD.',
  datetime: 'Write a time such as 2027-01-31T09:30:00Z.',
  uuid: 'Give the id of something, a UUID.',
  email: 'Give an email address.',
};

const UNITS: Record<string, readonly [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

const WORDS: Words = {
  invalid_type: ({ expected, input }) =>
    input === undefined
      ? 'This is required.'
      : (TYPES[expected] ?? 'Give a value of another type.'),
  too_small: ({ origin, minimum, inclusive }) =>
    limited(origin, 'at least', inclusive === false ? 'above' : 'at least', minimum),
  too_big: ({ origin, maximum, inclusive }) =>
    limited(origin, 'at most', inclusive === false ? 'below' : 'at most', maximum),
  invalid_format: ({ format }) => FORMATS[format] ?? 'This is not written as it should be.',
  not_multiple_of: ({ divisor }) => `Give a multiple of ${divisor}.`,
  invalid_value: ({ values }) => `Give one of: ${values.map(String).join(', ')}.`,
  invalid_union: () => 'This fits none of the forms that are taken here.',
  invalid_key: () => 'This has a name that is not taken here.',
  invalid_element: () => 'This has an entry that is not taken here.',
  unrecognized_keys: () => 'This has a field that is not known here.',
  custom: () => 'This cannot be used.',
};

/**
 * What the API says about a wrong value for which its schema has no sentence. The validator's own
 * words never reach a caller.
 */
export function sentenceFor(issue: Issue): string {
  return WORDS[issue.code as Code](issue as never);
}

/** @param sized how a size is limited, @param valued how a number is: `at least`, or `above` */
function limited(origin: string, sized: string, valued: string, limit: unknown): string {
  const unit = UNITS[origin];
  if (!unit) return `Give a number ${valued === sized ? `of ${valued}` : valued} ${limit}.`;
  const verb = origin === 'string' ? 'Use' : 'Give';
  return `${verb} ${sized} ${limit} ${unit[Number(limit) === 1 ? 0 : 1]}.`;
}
