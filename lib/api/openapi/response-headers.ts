import { z } from 'zod';
import type { ComposedProblem } from '@/lib/api/problem';
import type { ProblemHeader } from '@/lib/api/problem-type';
import type { DeclaredOperation } from './declared-operation';

/** The headers that a successful answer may have. */
export function successHeaders({ headers, method, endpoint }: DeclaredOperation) {
  if (endpoint.access === 'open') return z.object(headers.requestId);
  const isPaged = endpoint.query !== undefined && 'cursor' in endpoint.query.shape;
  return z.object({
    ...headers.requestId,
    ...headers.rateLimit,
    ...(isPaged && headers.paged),
    ...(endpoint.status === 201 && headers.created),
    ...(method === 'POST' && headers.repeatable),
  });
}

/**
 * The headers that refusals of one status may have.
 * @param examples one of each code
 */
export function refusalHeaders(
  examples: ComposedProblem[],
  { headers, endpoint }: DeclaredOperation,
) {
  const own = examples.flatMap(({ headers: sent }) => Object.keys(sent) as ProblemHeader[]);
  // Without a valid key (401) there is no limit to report.
  const isCounted = endpoint.access === 'api_key' && examples[0]?.body.status !== 401;
  return z.object({
    ...headers.requestId,
    ...(isCounted && headers.rateLimit),
    ...Object.fromEntries(own.map((name) => [name, headers.problem[name]])),
  });
}
