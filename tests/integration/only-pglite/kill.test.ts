import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { test } from 'vitest';
import { expectNothingLost, runKilledWriter } from '../../support/killed-writer';
import { copyFolder } from '../../support/spare-database';

const ROUNDS = 3;

test('no create or revoke is lost when the process is killed', async () => {
  const folder = copyFolder();
  const created: string[] = [];
  const revoked: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const said = await runKilledWriter({ DATA_DIR: folder });
    created.push(...said.created);
    revoked.push(...said.revoked);

    const database = await PGlite.create(join(folder, 'postgres'));
    await expectNothingLost({ created, revoked }, (sql) => database.query(sql));
    await database.close();
    rmSync(join(folder, 'postgres.lock'), { recursive: true, force: true });
  }
}, 120_000);
