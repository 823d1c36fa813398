import { expect, test } from 'vitest';
import { canRun, isKept } from '@/scripts/node-version.mjs';
import { runProgram } from '../../support/run';

test.each([
  ['18.20.8', false, false],
  ['20.18.3', false, false],
  ['20.19.0', true, false],
  ['20.20.2', true, false],
  ['22.11.0', true, false],
  ['22.12.0', true, true],
  ['24.0.0', true, true],
])('Node.js %s: runs %s, is kept up %s', (version, runs, kept) => {
  expect([canRun(version), isKept(version)]).toEqual([runs, kept]);
});

test('the start says in a line that it runs on an old Node.js, and goes on', async () => {
  const { code, output } = await runProgram('tests/support/old-node.ts');
  expect(code).toBe(0);
  expect(output.trim().split('\n')).toEqual([
    '• Node.js 20.19.5 may get no security fixes any more. Use 22.12 or later if you can.',
    'went on',
  ]);
});
