import { expect, test } from 'vitest';
import { db, sql } from '@/lib/database/client';
import { send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const LINE = { description: 'Consulting hours', quantity: 3, unit_amount: 12_500 };

/** Often enough that each connection which verifies keys has prepared its statement. */
async function askOften(secret: string): Promise<number[]> {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => send('/api/me', { key: secret })),
  );
  return [...new Set(answers.map(({ status }) => status))];
}

test('a column that changes its type while keys are used costs no request', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  expect(await askOften(secret)).toEqual([200]);
  await db.$executeRaw`alter table "ApiKey" alter column "hint" type varchar(40)`;
  expect(await askOften(secret)).toEqual([200]);
  await db.$executeRaw`alter table "ApiKey" alter column "hint" type text`;
  expect(await askOften(secret)).toEqual([200]);
});

test('a server that was demoted takes no writes: 503, and the next one is on a new connection', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const body = { customer: 'Northwind Traders', currency: 'EUR', lines: [LINE] };
  const create = () => send('/api/invoices', { method: 'POST', key: secret, body });
  // As a standby says it, on the connection that was used last, which the next change takes.
  await db.$executeRaw`set session characteristics as transaction read only`;
  const refused = await create();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await create()).status).toBe(201);
});

test('statements that somebody deallocates while keys are used cost no request', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  expect(await askOften(secret)).toEqual([200]);
  // On the connection that was used last, which the next request takes.
  await sql({ name: 'forget', text: 'deallocate all', values: [] });
  expect(await askOften(secret)).toEqual([200]);
});
