import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedDatabase } from '@/lib/database/embedded';
import { runProgram } from '../../support/run';
import { copyFolder } from '../../support/spare-database';

const openElsewhere = async (folder: string) =>
  (await runProgram('tests/support/open-folder.ts', [folder])).output;

test('a second process is refused while the first has the folder', async () => {
  const folder = copyFolder();
  const database = openEmbeddedDatabase(folder);
  await database.query('create table "Mine" ()');
  const output = await openElsewhere(folder);
  expect(output).toContain(
    `EmbeddedDatabaseError: The data folder ${folder} is in use by another Zendrhax process.`,
  );
  expect(output).toContain('DATA_DIR');
  await database.query('insert into "Mine" default values');
  await database.close();
});

test('a folder that cannot be made is refused with a message that says what to do', async () => {
  const file = join(copyFolder(), 'file');
  writeFileSync(file, '');
  const folder = join(file, 'data');
  expect(() => openEmbeddedDatabase(folder)).toThrow(
    `The data folder ${folder} cannot be written. Give this user access to it, or set DATA_DIR to another folder.`,
  );
});

test.skipIf(process.getuid?.() === 0)('a read-only folder is refused the same way', () => {
  const folder = copyFolder();
  chmodSync(folder, 0o500);
  expect(() => openEmbeddedDatabase(folder)).toThrow(`The data folder ${folder} cannot be written`);
  chmodSync(folder, 0o700);
});

test('the files are of the version of PostgreSQL that folders of earlier releases have', () => {
  const file = join(copyFolder(), 'postgres', 'PG_VERSION');
  expect(readFileSync(file, 'utf8').trim()).toBe('18');
});
