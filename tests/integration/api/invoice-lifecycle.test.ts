import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '../../support/workspace';

type Status = 'DRAFT' | 'OPEN' | 'PAID' | 'VOID';

const CHANGES = [
  ['PATCH', '', { customer: 'Changed' }],
  ['DELETE', '', undefined],
  ['POST', '/finalize', undefined],
  ['POST', '/pay', undefined],
  ['POST', '/void', undefined],
] as const;

async function makeClient(workspace?: TestWorkspace) {
  const own = workspace ?? (await makeWorkspace({ plan: 'enterprise' }));
  const { secret } = await makeApiKey(own);
  const change = (id: string, method: string, verb = '', body?: unknown) =>
    send(`/api/invoices/${id}${verb}`, { key: secret, method, body });
  return { workspace: own, change };
}

const inStatus = (workspaceId: string, status: Status) =>
  makeInvoice(workspaceId, {
    status,
    ...(status !== 'DRAFT' && { number: 1, issuedOn: new Date('2026-03-01') }),
  });

test('a draft is changed, finalized, then paid: it has its number and the day from then on', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id);
  await change(id, 'PATCH', '', { customer: 'Fabrikam' });
  expect(await bodyOf(await change(id, 'GET'))).toMatchObject({ status: 'draft', number: null });
  const finalized = await bodyOf(await change(id, 'POST', '/finalize'));
  const today = new Date().toISOString().slice(0, 10);
  expect(finalized).toMatchObject({
    id,
    status: 'open',
    number: 'INV-000001',
    customer: 'Fabrikam',
    issued_on: today,
  });
  const paid = await bodyOf(await change(id, 'POST', '/pay'));
  expect(paid).toMatchObject({ status: 'paid', number: 'INV-000001', issued_on: today });
  const actions = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id, targetId: id },
    orderBy: { createdAt: 'asc' },
    select: { action: true },
  });
  expect(actions.map(({ action }) => action)).toEqual([
    'invoice.updated',
    'invoice.finalized',
    'invoice.paid',
  ]);
});

test('an open invoice is voided and keeps its number', async () => {
  const { workspace, change } = await makeClient();
  const id = await inStatus(workspace.id, 'OPEN');
  const answer = await change(id, 'POST', '/void');
  expect(await bodyOf(answer)).toMatchObject({ status: 'void', number: 'INV-000001' });
});

test('a draft changes only where it was asked to', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id, { dueOn: new Date('2026-05-01') });
  const lines = [
    { description: 'One', quantity: 2, unit_amount: 100 },
    { description: 'Two', quantity: 1, unit_amount: 50 },
  ];
  const steps = [
    [{ customer: 'Fabrikam' }, { customer: 'Fabrikam', total: 9_800, due_on: '2026-05-01' }],
    [{ lines }, { customer: 'Fabrikam', total: 250, due_on: '2026-05-01' }],
    [{ due_on: null }, { customer: 'Fabrikam', total: 250, due_on: null }],
    [{ currency: 'JPY' }, { customer: 'Fabrikam', currency: 'JPY', total: 250 }],
    [{}, { customer: 'Fabrikam', currency: 'JPY', total: 250, due_on: null }],
  ];
  for (const [changes, expected] of steps) {
    const answer = await change(id, 'PATCH', '', changes);
    expect(answer.status).toBe(200);
    expect(await bodyOf(answer)).toMatchObject({ id, status: 'draft', ...expected });
  }
  const { lines: stored } = await bodyOf<{ lines: object[] }>(await change(id, 'GET'));
  expect(stored).toEqual([
    { ...lines[0], amount: 200 },
    { ...lines[1], amount: 50 },
  ]);
});

test('a change of nothing changes and records nothing', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const before = await change(id, 'PATCH', '', { customer: 'Fabrikam' });
  const events = () => db.auditEvent.count({ where: { workspaceId: workspace.id } });
  const recorded = await events();
  const after = await change(id, 'PATCH', '', {});
  expect(after.status).toBe(200);
  expect(await bodyOf(after)).toEqual(await bodyOf(before));
  expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'));
  expect(await events()).toBe(recorded);
  await change(id, 'POST', '/finalize');
  expect((await change(id, 'PATCH', '', {})).status).toBe(409);
});

test('a wrong change is refused whole', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const answer = await change(id, 'PATCH', '', { customer: 'Fabrikam', currency: 'euro', x: 1 });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({
    errors: [{ pointer: '#/currency' }, { pointer: '#/x' }],
  });
  expect(await bodyOf(await change(id, 'GET'))).toMatchObject({ customer: 'Northwind Traders' });
});

test('a draft is deleted for good, lines and all', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const answer = await change(id, 'DELETE');
  expect(answer.status).toBe(204);
  expect(await answer.text()).toBe('');
  expect((await change(id, 'GET')).status).toBe(404);
  expect((await change(id, 'DELETE')).status).toBe(404);
  expect(await db.invoiceLine.count({ where: { invoiceId: id } })).toBe(0);
});

const ALLOWED: Record<Status, string[]> = {
  DRAFT: ['PATCH', 'DELETE', 'POST/finalize'],
  OPEN: ['POST/pay', 'POST/void'],
  PAID: [],
  VOID: [],
};

test.each(Object.keys(ALLOWED) as Status[])(
  'an invoice that is %s refuses what its status does not allow, and stays as it is',
  async (status) => {
    const { workspace, change } = await makeClient();
    const id = await inStatus(workspace.id, status);
    const before = await bodyOf(await change(id, 'GET'));
    for (const [method, verb, body] of CHANGES) {
      if (ALLOWED[status].includes(method + verb)) continue;
      const answer = await change(id, method, verb, body);
      expect(answer.status, method + verb).toBe(409);
      expect(await bodyOf(answer)).toMatchObject({
        code: 'invoice_not_editable',
        invoice_status: status.toLowerCase(),
      });
    }
    expect(await bodyOf(await change(id, 'GET'))).toEqual(before);
  },
);

test.each(CHANGES)("%s %s of another workspace's invoice finds nothing", async (...given) => {
  const [method, verb, body] = given;
  const { change } = await makeClient();
  const foreign = await makeWorkspace();
  const id = await inStatus(foreign.id, verb === '/pay' || verb === '/void' ? 'OPEN' : 'DRAFT');
  const row = () => db.invoice.findUniqueOrThrow({ where: { id } });
  const before = await row();
  const answer = await change(id, method, verb, body);
  expect(answer.status).toBe(404);
  expect(await bodyOf(answer)).toMatchObject({ code: 'not_found' });
  expect(await row()).toEqual(before);
});

test.each(CHANGES)('%s %s of what cannot be an id finds nothing', async (method, verb, body) => {
  const { change } = await makeClient();
  for (const id of ['x', '%00', "'%20or%20true", 'null', '0199aaaa-0000-7000-8000-00000000000']) {
    expect((await change(id, method, verb, body)).status).toBe(404);
  }
});

test('a body where none belongs is refused, an empty object is not', async () => {
  const { workspace, change } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const answer = await change(id, 'POST', '/finalize', { number: 7 });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ pointer: '#/number' }] });
  expect((await change(id, 'POST', '/finalize', {})).status).toBe(200);
});

test('twenty drafts finalized at once get the numbers from 1 to 20', async () => {
  const { workspace, change } = await makeClient();
  const ids = await Promise.all(Array.from({ length: 20 }, () => makeInvoice(workspace.id)));
  const answers = await Promise.all(
    [...ids, ...ids.slice(0, 5)].map((id) => change(id, 'POST', '/finalize')),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
  const rows = await db.invoice.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('a finalization that fails gives its number back, and numbering goes on after the highest', async () => {
  const { workspace, change } = await makeClient();
  await inStatus(workspace.id, 'PAID');
  const [one, two] = [await makeInvoice(workspace.id), await makeInvoice(workspace.id)];
  await db.$executeRaw`alter table "AuditEvent" rename "targetId" to "targetIdAway"`;
  const broken = await change(one, 'POST', '/finalize');
  await db.$executeRaw`alter table "AuditEvent" rename "targetIdAway" to "targetId"`;
  expect(broken.status).toBe(500);
  expect(await bodyOf(await change(two, 'POST', '/finalize'))).toMatchObject({
    number: 'INV-000002',
  });
  expect(await bodyOf(await change(one, 'POST', '/finalize'))).toMatchObject({
    number: 'INV-000003',
  });
});

test('each workspace has a series of its own', async () => {
  for (const { workspace, change } of [await makeClient(), await makeClient()]) {
    const answer = await change(await makeInvoice(workspace.id), 'POST', '/finalize');
    expect(await bodyOf(answer)).toMatchObject({ number: 'INV-000001' });
  }
});
