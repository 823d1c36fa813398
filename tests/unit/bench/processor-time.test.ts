import { cpuUsage, pid } from 'node:process';
import { expect, test } from 'vitest';
import { perRequest, processorTime } from '@/bench/processor-time';
import { parseStat } from '@/tests/support/processes';

/** A line of /proc/PID/stat: 700 and 210 ticks of its own, 30 and 4 of children that have ended. */
const statOf = (name: string) =>
  `4711 (${name}) S 42 4711 4711 0 -1 4194560 9100 510 0 0 700 210 30 4 20 0 11 0 182310 1 2 3`;

const process = (pid: number, parent: number, user: number, system: number) => ({
  ...{ pid, parent, user, system },
});

test.each(['node', 'next-server (v1', 'postgres: zendrhax keys 127.0.0.1(43210) idle', 'a) R 1 2'])(
  'the processor time of a process named %s is read',
  (name) => {
    expect(parseStat(statOf(name))).toEqual({
      ...{ pid: 4711, parent: 42, user: 7_300_000, system: 2_140_000 },
    });
  },
);

test('the time of a tree of processes is that of all in it, and of no other', () => {
  const processes = [
    process(1, 0, 1_000, 1_000),
    process(13, 12, 4, 40),
    process(10, 1, 1, 10),
    process(12, 10, 3, 30),
    process(11, 10, 2, 20),
    process(20, 1, 500, 500),
  ];
  expect(processorTime(10, processes)).toEqual({ user: 10, system: 100 });
  expect(processorTime(99, processes)).toEqual({ user: 0, system: 0 });
  expect(processorTime(undefined, processes)).toEqual({ user: 0, system: 0 });
});

test('what this process has used is what Node.js says of it, to two ticks', () => {
  const { user, system } = cpuUsage();
  const read = processorTime(pid);
  expect(read.user + read.system).toBeGreaterThanOrEqual(user + system - 2 * 10_000);
});

test('a request has its share of what was used between two readings', () => {
  const [before, after] = [
    { user: 1_000_000, system: 400_000 },
    { user: 3_000_000, system: 900_000 },
  ];
  expect(perRequest(before, after, 10_000)).toEqual({ user: 200, system: 50 });
});
