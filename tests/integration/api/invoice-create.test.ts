import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const LINE = { description: 'Consulting hours', quantity: 3, unit_amount: 12_500 };
const INPUT = { customer: 'Northwind Traders', currency: 'EUR', lines: [LINE] };
const MAX = Number.MAX_SAFE_INTEGER;

async function makeClient(options: object = {}) {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { apiKey, secret } = await makeApiKey(workspace, options);
  const create = (body: unknown, headers?: HeadersInit) =>
    send('/api/invoices', { method: 'POST', key: secret, body, headers });
  return { workspace, apiKey, secret, create };
}

test('a new invoice is a draft, with amounts that the server computed', async () => {
  const { workspace, secret, create } = await makeClient();
  const lines = [LINE, { description: 'Discount', quantity: 1, unit_amount: -500 }];
  const answer = await create({ ...INPUT, due_on: '2027-01-31', lines });
  expect(answer.status).toBe(201);
  const invoice = await bodyOf<{ id: string }>(answer);
  expect(invoice).toEqual({
    id: expect.any(String),
    number: null,
    status: 'draft',
    customer: 'Northwind Traders',
    reference: null,
    currency: 'EUR',
    total: 37_000,
    issued_on: null,
    due_on: '2027-01-31',
    created_at: expect.stringMatching(/Z$/),
    updated_at: expect.stringMatching(/Z$/),
    lines: [
      { ...LINE, amount: 37_500 },
      { description: 'Discount', quantity: 1, unit_amount: -500, amount: -500 },
    ],
  });
  const location = answer.headers.get('Location') ?? '';
  expect(new URL(location).pathname).toBe(`/api/invoices/${invoice.id}`);
  const read = await send(new URL(location).pathname, { key: secret });
  expect(await bodyOf(read)).toEqual(invoice);
  const row = await db.invoice.findUniqueOrThrow({ where: { id: invoice.id } });
  expect(row.workspaceId).toBe(workspace.id);
});

test('creating an invoice is in the audit log, under the key that did it', async () => {
  const { workspace, apiKey, create } = await makeClient();
  const { id } = await bodyOf(await create(INPUT));
  const events = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id, action: 'invoice.created' },
  });
  expect(events).toMatchObject([{ apiKeyId: apiKey.id, userId: null, targetId: id }]);
});

test.each([
  ['JPY', 1_000, 3_000],
  ['EUR', 1_050, 3_150],
  ['KWD', 15_750, 47_250],
])('amounts in %s are integers of minor units', async (currency, unitAmount, total) => {
  const { create } = await makeClient();
  const lines = [{ ...LINE, unit_amount: unitAmount }];
  expect(await bodyOf(await create({ ...INPUT, currency, lines }))).toMatchObject({
    currency,
    total,
  });
});

test('the largest total is exact', async () => {
  const { create } = await makeClient();
  const answer = await create({ ...INPUT, lines: [{ ...LINE, quantity: 1, unit_amount: MAX }] });
  expect(await answer.text()).toContain(`"total":${MAX}`);
});

test.each<[string, object, string[]]>([
  [
    'nothing at all',
    { customer: undefined, currency: undefined, lines: undefined },
    ['#/customer', '#/currency', '#/lines'],
  ],
  ['an empty customer', { customer: ' ' }, ['#/customer']],
  ['a customer of 201 characters', { customer: 'x'.repeat(201) }, ['#/customer']],
  ['a customer with a line break', { customer: 'a\nb' }, ['#/customer']],
  ['a customer that is an object', { customer: { not: '' } }, ['#/customer']],
  ['a customer that is an array', { customer: ['a'] }, ['#/customer']],
  ['a customer that is null', { customer: null }, ['#/customer']],
  ['a currency in small letters', { currency: 'eur' }, ['#/currency']],
  ['a currency that is none', { currency: 'XXX' }, ['#/currency']],
  ['a metal as currency', { currency: 'XAU' }, ['#/currency']],
  ['a day that does not exist', { due_on: '2027-02-30' }, ['#/due_on']],
  ['a day with a time', { due_on: '2027-01-31T00:00:00Z' }, ['#/due_on']],
  ['a day of the year 0', { due_on: '0000-12-31' }, ['#/due_on']],
  ['no lines', { lines: [] }, ['#/lines']],
  ['101 lines', { lines: Array(101).fill(LINE) }, ['#/lines']],
  ['lines that are an object', { lines: { 0: LINE } }, ['#/lines']],
  ['a quantity of none', { lines: [{ ...LINE, quantity: 0 }] }, ['#/lines/0/quantity']],
  ['half a thing', { lines: [{ ...LINE, quantity: 0.5 }] }, ['#/lines/0/quantity']],
  ['a quantity in quotes', { lines: [{ ...LINE, quantity: '3' }] }, ['#/lines/0/quantity']],
  ['cents of cents', { lines: [LINE, { ...LINE, unit_amount: 1.5 }] }, ['#/lines/1/unit_amount']],
  [
    'an amount beyond 2^53',
    { lines: [{ ...LINE, quantity: 1, unit_amount: MAX + 1 }] },
    ['#/lines/0/unit_amount'],
  ],
  [
    'a product beyond 2^53',
    { lines: [{ ...LINE, quantity: 2, unit_amount: MAX }] },
    ['#/lines/0/unit_amount', '#/lines'],
  ],
  ['a sum beyond 2^53', { lines: [{ ...LINE, quantity: 1, unit_amount: MAX }, LINE] }, ['#/lines']],
  ['a sum below nothing', { lines: [{ ...LINE, unit_amount: -1 }] }, ['#/lines']],
  ['a total of the caller', { total: 1 }, ['#/total']],
  ['an amount of the caller', { lines: [{ ...LINE, amount: 1 }] }, ['#/lines/0/amount']],
  [
    'a workspace of the caller',
    { workspaceId: 'x', workspace_id: 'x' },
    ['#/workspaceId', '#/workspace_id'],
  ],
  [
    'one thing after the other',
    { currency: 'euro', lines: [{ ...LINE, quantity: 0 }], extra: 1 },
    ['#/currency', '#/lines/0/quantity', '#/extra'],
  ],
  ['a number of the caller', { number: 'INV-000001', status: 'paid' }, ['#/number', '#/status']],
])('%s is refused, naming every wrong field', async (_, wrong, pointers) => {
  const { workspace, create } = await makeClient();
  const answer = await create({ ...INPUT, ...wrong });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({
    code: 'validation_failed',
    errors: pointers.map((pointer) => ({ pointer, detail: expect.any(String) })),
  });
  expect(await db.invoice.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test.each([
  ['an array', []],
  ['a text', '"x"'],
  ['a number', '1'],
  ['null', 'null'],
])('a body that is %s is refused as a whole', async (_, body) => {
  const { create } = await makeClient();
  const answer = await create(body);
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ pointer: '#' }] });
});

test('a key without invoices:write changes nothing', async () => {
  const { workspace, secret, create } = await makeClient({ scopes: ['invoices:read'] });
  const answer = await create(INPUT);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('WWW-Authenticate')).toBe(
    'Bearer realm="zendrhax", error="insufficient_scope", scope="invoices:write"',
  );
  expect(await bodyOf(answer)).toMatchObject({ code: 'insufficient_scope' });
  expect((await send('/api/invoices', { key: secret })).status).toBe(200);
  expect(await db.invoice.count({ where: { workspaceId: workspace.id } })).toBe(0);
});
