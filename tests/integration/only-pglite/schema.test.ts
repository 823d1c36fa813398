import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../support/run';
import { copyFolder } from '../../support/spare-database';

test('the migrations make what schema.prisma says', async () => {
  const folder = join(copyFolder(), 'postgres');
  const { output } = await runProgram('tests/support/schema-report.ts', [folder]);
  expect(output.trim()).toBe('-- This is an empty migration.');
});
