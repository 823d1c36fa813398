import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in these, on every machine that Node.js runs on (USER_HZ is 100). */
const TICK_US = 10_000;

/** A process, and the microseconds of processor that it and the children it has buried have used. */
export type Process = { pid: number; parent: number; user: number; system: number };

/**
 * @param stat the text of /proc/PID/stat; see proc_pid_stat(5). The name is in parentheses and may
 *   have spaces and parentheses of its own.
 */
export function parseStat(stat: string): Process {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, parent] = fields;
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
  return {
    pid: Number.parseInt(stat, 10),
    parent: Number(parent),
    user: ((user ?? 0) + (childrenUser ?? 0)) * TICK_US,
    system: ((system ?? 0) + (childrenSystem ?? 0)) * TICK_US,
  };
}

/** @returns what runs on this machine, by Linux's /proc */
export function runningProcesses(): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
    } catch {
      return []; // It has ended since.
    }
  });
}

/** @returns the ids of a process's children, on systems without /proc too */
export function childrenOf(parent: number): number[] {
  const processes = existsSync('/proc/self/stat') ? runningProcesses() : processesByPs();
  return processes.filter((one) => one.parent === parent).map(({ pid }) => pid);
}

function processesByPs() {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [pid = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
      return { pid, parent };
    });
}
