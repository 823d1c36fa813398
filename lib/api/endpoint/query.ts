import { AppError } from '@/lib/errors';

/**
 * The parameters of a target, for zod. One that is given twice is an error, not a guess.
 * @param target path and query, as they were sent: mostly there is no query, which costs nothing
 * @throws AppError `validation_failed`
 */
export function parametersOf(target: string): Record<string, string> {
  const query = target.indexOf('?');
  if (query < 0) return {};
  const search = new URLSearchParams(target.slice(query));
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
