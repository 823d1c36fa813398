import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { databaseTime } from '@/lib/database/clock';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

/** What this process knows of the database's clock. Its own stays as it is. */
const clock = oncePerProcess('databaseClock', () => ({ aheadMs: 0 }));

afterEach(() => {
  clock.aheadMs = 0;
});

const databaseShows = (moment: string) => {
  clock.aheadMs = Date.parse(moment) - Date.now();
};

async function makeClient(timeZone?: string) {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  if (timeZone) await db.workspace.update({ where: { id: workspace.id }, data: { timeZone } });
  const { secret } = await makeApiKey(workspace);
  const ask = async (method: string, path: string, body?: unknown) =>
    bodyOf<Record<string, unknown>>(
      await send(`/api/invoices${path}`, { key: secret, method, body }),
    );
  const finalize = async (id: unknown) => (await ask('POST', `/${id}/finalize`)).issued_on;
  return { workspace, ask, finalize };
}

test.each([
  [undefined, '2026-03-31T23:30:00Z', '2026-03-31'],
  ['UTC', '2026-04-01T00:00:00Z', '2026-04-01'],
  ['Pacific/Auckland', '2026-03-31T23:30:00Z', '2026-04-01'],
  ['Pacific/Auckland', '2026-03-31T10:30:00Z', '2026-03-31'],
  ['America/New_York', '2026-03-31T23:30:00Z', '2026-03-31'],
  ['America/New_York', '2026-04-01T03:59:00Z', '2026-03-31'],
  ['America/New_York', '2026-04-01T04:00:00Z', '2026-04-01'],
  ['America/Santiago', '2026-09-06T03:59:00Z', '2026-09-05'],
  ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
])(
  'in %s, what is finalized at %s by the clock of the database is issued on %s',
  async (...given) => {
    const [timeZone, moment, day] = given;
    const { workspace, ask, finalize } = await makeClient(timeZone);
    const id = await makeInvoice(workspace.id);
    databaseShows(moment);
    expect(await finalize(id)).toBe(day);
    expect((await ask('GET', `?issued_from=${day}&issued_to=${day}`)).data).toMatchObject([{ id }]);
  },
);

test('an invoice keeps its day when the time zone changes', async () => {
  const { workspace, ask, finalize } = await makeClient();
  const [before, after] = [await makeInvoice(workspace.id), await makeInvoice(workspace.id)];
  databaseShows('2026-03-31T23:30:00Z');
  await finalize(before);
  const timeZone = 'Pacific/Auckland';
  await db.workspace.update({ where: { id: workspace.id }, data: { timeZone } });
  expect(await finalize(after)).toBe('2026-04-01');
  expect((await ask('GET', `/${before}`)).issued_on).toBe('2026-03-31');
});

const INPUT = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 1, unit_amount: 100 }],
};

test('a day that was sent is the day of issue, whatever day it is', async () => {
  const { ask, finalize } = await makeClient('Pacific/Auckland');
  const draft = await ask('POST', '', { ...INPUT, issued_on: '2026-02-28' });
  expect(draft).toMatchObject({ status: 'draft', issued_on: '2026-02-28' });
  const { id } = draft;
  expect((await ask('PATCH', `/${id}`, { customer: 'Fabrikam' })).issued_on).toBe('2026-02-28');
  expect((await ask('PATCH', `/${id}`, { issued_on: '2026-03-01' })).issued_on).toBe('2026-03-01');
  expect(await finalize(id)).toBe('2026-03-01');
});

test('a day that was taken back is not, and one that is none is refused', async () => {
  const { ask, finalize } = await makeClient();
  databaseShows('2026-03-31T23:30:00Z');
  const { id } = await ask('POST', '', { ...INPUT, issued_on: '2026-02-28' });
  expect((await ask('PATCH', `/${id}`, { issued_on: null })).issued_on).toBeNull();
  for (const issued_on of ['2026-02-30', '2026-03-31T23:30:00Z', 7]) {
    const refused = await ask('PATCH', `/${id}`, { issued_on });
    expect(refused).toMatchObject({ errors: [{ pointer: '#/issued_on' }] });
    const alsoRefused = await ask('POST', '', { ...INPUT, issued_on });
    expect(alsoRefused).toMatchObject({ errors: [{ pointer: '#/issued_on' }] });
  }
  expect(await finalize(id)).toBe('2026-03-31');
});

test('an invoice changes at the time of the database, whatever is done to it', async () => {
  const { ask } = await makeClient();
  databaseShows('2031-03-31T23:30:00Z');
  const at = (moment: unknown) => Math.abs(Date.parse(String(moment)) - databaseTime());
  const created = await ask('POST', '', INPUT);
  const { id } = created;
  const done = [
    created,
    await ask('PATCH', `/${id}`, { customer: 'Fabrikam' }),
    await ask('POST', `/${id}/finalize`),
    await ask('POST', `/${id}/pay`),
  ];
  for (const { updated_at } of done) expect(at(updated_at)).toBeLessThan(600_000);
});
