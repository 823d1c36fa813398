import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runProgram } from '../../support/run';
import { copyDatabase } from '../../support/spare-database';

test('instances that start at the same time take turns to migrate', async () => {
  const target = await copyDatabase('template0');
  const migrate = () => runProgram('tests/support/migrate.ts', [target]);
  const outcomes = await Promise.all([migrate(), migrate(), migrate()]);
  const applied = outcomes.map(({ output }) => JSON.parse(output) as string[]);
  const all = readdirSync('prisma/migrations').filter((name) => /^\d+_/.test(name));
  expect(applied.sort((a, b) => a.length - b.length)).toEqual([[], [], all.sort()]);
});
