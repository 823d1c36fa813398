import { AppError } from '@/lib/errors';

/**
 * A query string as an object for zod. A parameter given twice is an error, not a guess.
 * @throws AppError `validation_failed`
 */
export function queryObject(search: URLSearchParams): Record<string, string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of search.keys()) (seen.has(name) ? repeated : seen).add(name);
  if (repeated.size > 0) {
    throw new AppError('validation_failed', {
      errors: [...repeated].map((name) => ({
        parameter: name,
        code: 'repeated',
        detail: 'Give this parameter once.',
      })),
    });
  }
  return Object.fromEntries(search);
}
