import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Invoice = { id: string; reference: string | null };

const INPUT = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
};

async function makeClient() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { secret: key } = await makeApiKey(workspace);
  const create = (reference?: unknown, headers?: HeadersInit) =>
    send('/api/invoices', { key, method: 'POST', headers, body: { ...INPUT, reference } });
  const change = (id: string, body: object) =>
    send(`/api/invoices/${id}`, { key, method: 'PATCH', body });
  const list = async (reference: string) =>
    bodyOf<{ data: Invoice[] }>(await send(`/api/invoices?reference=${reference}`, { key }));
  return { workspace, key, create, change, list };
}

test('an invoice keeps the reference of its caller, who finds it by that', async () => {
  const { create, list } = await makeClient();
  const answer = await create(' order-4711 ');
  expect(answer.status).toBe(201);
  const { id, reference } = await bodyOf<Invoice>(answer);
  expect(reference).toBe('order-4711');
  await create('order-47110');
  expect((await list('order-4711')).data).toMatchObject([{ id, reference }]);
  expect((await list('ORDER-4711')).data).toEqual([]);
});

test('an invoice needs no reference, and any number of them have none', async () => {
  const { create } = await makeClient();
  for (const none of [undefined, null]) {
    expect(await bodyOf(await create(none))).toMatchObject({ reference: null });
  }
});

test('a draft gets, keeps and loses its reference', async () => {
  const { create, change } = await makeClient();
  const { id } = await bodyOf<Invoice>(await create());
  const steps: [object, string | null][] = [
    [{ reference: 'a' }, 'a'],
    [{ customer: 'Fabrikam' }, 'a'],
    [{ reference: 'a' }, 'a'],
    [{ reference: null }, null],
  ];
  for (const [changes, reference] of steps) {
    expect(await bodyOf(await change(id, changes))).toMatchObject({ reference });
  }
});

test('a reference is refused while another invoice has it, and the refusal says which', async () => {
  const { workspace, create, change } = await makeClient();
  const { id } = await bodyOf<Invoice>(await create('a'));
  const other = await bodyOf<Invoice>(await create('b'));
  for (const answer of [await create('a'), await change(other.id, { reference: 'a' })]) {
    expect(answer.status).toBe(409);
    expect(await bodyOf(answer)).toMatchObject({ code: 'reference_in_use', invoice_id: id });
  }
  expect(await db.invoice.count({ where: { workspaceId: workspace.id } })).toBe(2);
  await change(id, { reference: null });
  expect((await create('a')).status).toBe(201);
});

test('of many at once with one reference, one is created', async () => {
  const { workspace, create } = await makeClient();
  const { id } = await bodyOf<Invoice>(await create('mine'));
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => create('a')),
    ...Array.from({ length: 2 }, (_, index) => create('a', { 'Idempotency-Key': `k${index}` })),
  ]);
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  const where = { workspaceId: workspace.id, reference: 'a' };
  expect(await db.invoice.findMany({ where, select: { id: true } })).not.toContainEqual({ id });
  expect(await db.invoice.count({ where })).toBe(1);
});

test('two workspaces may use the same reference, and see their own invoice alone', async () => {
  const [one, other] = [await makeClient(), await makeClient()];
  const { id } = await bodyOf<Invoice>(await one.create('a'));
  expect((await other.create('a')).status).toBe(201);
  expect((await one.list('a')).data.map((invoice) => invoice.id)).toEqual([id]);
});

test.each([
  ['an empty one', ' '],
  ['one of 101 characters', 'x'.repeat(101)],
  ['one with a line break', 'a\nb'],
  ['a number', 4711],
  ['an object', { not: '' }],
])('%s is no reference', async (_, reference) => {
  const { create } = await makeClient();
  const answer = await create(reference);
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ pointer: '#/reference' }] });
});
