import pg from 'pg';
import { expect, test } from 'vitest';
import { db, sql } from '@/lib/database/client';
import { connectionConfig, SESSION_SETTINGS } from '@/lib/database/session-settings';
import { env } from '@/lib/env';

const names = Object.keys(SESSION_SETTINGS);
const wanted = Object.fromEntries(
  Object.entries(SESSION_SETTINGS).map(([name, value]) => [name.toLowerCase(), value]),
);

type Setting = { name: string; value: string };

const told = (rows: Setting[]) =>
  Object.fromEntries(rows.map(({ name, value }) => [name.toLowerCase(), value]));

const read = (client: Pick<typeof db, '$queryRaw'>) =>
  client.$queryRaw<Setting[]>`
    select name, current_setting(name) as "value" from unnest(${names}::text[]) as name`;

test('the role that the tests connect with was left with other settings, each of them', async () => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<Setting>(
    'select name, current_setting(name) as value from unnest($1::text[]) as name',
    [names],
  );
  await client.end();
  const same = Object.entries(told(rows)).filter(([name, value]) => value === wanted[name]);
  expect(same.map(([name]) => name)).toEqual([]);
});

test('every connection has the settings that our statements rely on, whatever the role was left with', async () => {
  expect(told(await read(db))).toEqual(wanted);
  expect(told(await db.$transaction((tx) => read(tx)))).toEqual(wanted);
  const text = 'select name, current_setting(name) as value from unnest($1::text[]) as name';
  expect(told(await sql<Setting>({ name: 'settings', text, values: [names] }))).toEqual(wanted);
});

test('options in the address of the server stay, but for those that the product relies on', () => {
  const url =
    'postgresql://me@db:5432/app?options=-c%20work_mem%3D8MB%20-c%20timezone%3DAsia%2FTokyo';
  const { connectionString, options } = connectionConfig(url);
  expect(connectionString).toBe('postgresql://me@db:5432/app');
  expect(options).toMatch(/^-c work_mem=8MB -c timezone=Asia\/Tokyo -c TimeZone=UTC /);
  expect(options).toContain('-c DateStyle=ISO,\\ YMD');
});
