import { expect, test } from 'vitest';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const get = (id: string, key: string) => send(`/api/invoices/${id}`, { key });

test('an invoice has these members and no others', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const id = await makeInvoice(workspace.id, {
    number: 42,
    status: 'OPEN',
    issuedOn: new Date('2026-03-01'),
    dueOn: new Date('2026-03-31'),
    createdAt: new Date('2026-02-28T23:59:59.123Z'),
  });
  const answer = await get(id, secret);
  expect(answer.status).toBe(200);
  expect(await bodyOf(answer)).toEqual({
    id,
    number: 'INV-000042',
    status: 'open',
    customer: 'Northwind Traders',
    reference: null,
    currency: 'EUR',
    total: 9_800,
    issued_on: '2026-03-01',
    due_on: '2026-03-31',
    created_at: '2026-02-28T23:59:59.123Z',
    updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    lines: [{ description: 'Support plan', quantity: 2, unit_amount: 4_900, amount: 9_800 }],
  });
});

test('a draft has neither number nor dates', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const answer = await get(await makeInvoice(workspace.id), secret);
  expect(await bodyOf(answer)).toMatchObject({
    number: null,
    status: 'draft',
    issued_on: null,
    due_on: null,
  });
});

test.each([
  ['JPY', 9_800n],
  ['KWD', 15_750n],
  ['EUR', BigInt(Number.MAX_SAFE_INTEGER)],
])('a total in %s is an integer of minor units', async (currency, total) => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const answer = await get(await makeInvoice(workspace.id, { currency, total }), secret);
  expect(await answer.text()).toContain(`"currency":"${currency}","total":${total},`);
});

test('an invoice of another workspace is not found, like one that never was', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const { secret } = await makeApiKey(own);
  const answer = await get(await makeInvoice(foreign.id), secret);
  expect(answer.status).toBe(404);
  const problem = await bodyOf(answer);
  expect(problem).toMatchObject({ code: 'not_found' });
  const never = await bodyOf(await get('019aa000-0000-7000-8000-00000000ffff', secret));
  expect(problem).toEqual({ ...never, instance: problem.instance });
});

test.each(['019aa000-0000-7000-8000-00000000ffff', 'x', "' or true --", '%00', 'null'])(
  'the id %s is not found',
  async (id) => {
    const { secret } = await makeApiKey(await makeWorkspace());
    const answer = await get(id, secret);
    expect(answer.status).toBe(404);
    expect(await bodyOf(answer)).toMatchObject({ code: 'not_found' });
  },
);

test('a key without invoices:read reads no invoice', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace, { scopes: ['invoices:write'] });
  const answers = [
    await get(await makeInvoice(workspace.id), secret),
    await send('/api/invoices', { key: secret }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(403);
    expect(answer.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="zendrhax", error="insufficient_scope", scope="invoices:read"',
    );
    expect(await bodyOf(answer)).toMatchObject({ code: 'insufficient_scope' });
  }
});
