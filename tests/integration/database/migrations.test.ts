import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { connectionConfig } from '@/lib/database/session-settings';
import { runProgram } from '../../support/run';
import { copyDatabase, copyFolder } from '../../support/spare-database';

const onServer = inject('database').kind === 'postgres';

/** A database of its own: an address of PostgreSQL, or a folder that no process has open. */
const spare = async () => (onServer ? copyDatabase() : join(copyFolder(), 'postgres'));

const migrate = (target: string) => runProgram('tests/support/migrate.ts', [target]);

async function execute(target: string, sql: string): Promise<void> {
  if (onServer) {
    const client = new pg.Client(connectionConfig(target));
    await client.connect();
    await client.query(sql);
    await client.end();
  } else {
    const database = await PGlite.create(target);
    await database.query(sql);
    await database.close();
  }
}

test('migrating an up-to-date database does nothing', async () => {
  const target = await spare();
  expect(await migrate(target)).toEqual({ code: 0, output: '[]\n' });
});

test('a database of a newer version is refused by name', async () => {
  const target = await spare();
  await execute(
    target,
    `insert into _prisma_migrations (id, checksum, migration_name, applied_steps_count, finished_at)
     values ('1', '', '20991231000000_from_the_future', 1, now())`,
  );
  const { code, output } = await migrate(target);
  expect(code).toBe(1);
  expect(output).toContain('NewerDatabaseError: The database was made by a newer version');
  expect(output).toContain('20991231000000_from_the_future');
});
