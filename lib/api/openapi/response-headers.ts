import { z } from 'zod';
import type { ComposedProblem } from '@/lib/api/exchange/problem';
import type { ProblemHeader } from '@/lib/api/problems/problem-type';
import type { DeclaredOperation } from './declared-operation';

/** The headers that a successful answer may have. */
export function successHeaders({ headers, method, endpoint }: DeclaredOperation) {
  const versioned = endpoint.etag && headers.versioned;
  if (endpoint.access === 'open') return z.object({ ...headers.requestId, ...versioned });
  const isPaged = endpoint.query !== undefined && 'cursor' in endpoint.query.shape;
  return z.object({
    ...headers.requestId,
    ...headers.keyed,
    ...(endpoint.status !== 204 && versioned),
    ...(isPaged && headers.paged),
    ...(endpoint.status === 201 && headers.created),
    ...(method === 'POST' && headers.repeatable),
  });
}

/** The headers of 304. */
export function knownHeaders({ headers, endpoint }: DeclaredOperation) {
  const isCounted = endpoint.access === 'api_key';
  return z.object({
    ...headers.requestId,
    ...(isCounted && headers.keyed),
    ...headers.versioned,
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
  const own = examples.flatMap(
    ({ body, headers: sent }) =>
      [
        ...Object.keys(sent),
        ...(body.status === 415 ? ['Accept-Encoding'] : []),
      ] as ProblemHeader[],
  );
  // Without a valid key (401) there is no limit to report.
  const isCounted = endpoint.access === 'api_key' && examples[0]?.body.status !== 401;
  return z.object({
    ...headers.requestId,
    ...(isCounted && headers.keyed),
    ...Object.fromEntries(own.map((name) => [name, headers.problem[name]])),
  });
}
