import { type Process, runningProcesses } from '@/tests/support/processes';

/** Microseconds of a processor: in the program's own code, and in the kernel on its behalf. */
export type ProcessorTime = { user: number; system: number };

/**
 * @param root the first of a tree of processes, such as PostgreSQL's, which has one per connection
 * @returns what all of the tree have used so far, those that have ended included
 */
export function processorTime(
  root: number | undefined,
  processes: Process[] = runningProcesses(),
): ProcessorTime {
  const tree = processes.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...processes.filter(({ parent }) => parent === pid));
  return {
    user: tree.reduce((sum, { user }) => sum + user, 0),
    system: tree.reduce((sum, { system }) => sum + system, 0),
  };
}

/** @returns what was used between two readings, per request */
export function perRequest(
  before: ProcessorTime,
  after: ProcessorTime,
  requests: number,
): ProcessorTime {
  return {
    user: (after.user - before.user) / requests,
    system: (after.system - before.system) / requests,
  };
}

export const total = ({ user, system }: ProcessorTime) => user + system;
