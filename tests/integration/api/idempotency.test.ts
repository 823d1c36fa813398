import { expect, test } from 'vitest';
import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { bodyOf, ORIGIN, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { momentOf } from '../../support/moment';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const INPUT = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
};

async function makeClient() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { apiKey, secret } = await makeApiKey(workspace);
  const post = (key: string, body: unknown = INPUT, path = '/api/invoices', as = secret) =>
    send(path, { method: 'POST', key: as, body, headers: { 'Idempotency-Key': key } });
  const count = () => db.invoice.count({ where: { workspaceId: workspace.id } });
  return { workspace, apiKey, post, count };
}

test('the same key and body get the first answer again, and do nothing again', async () => {
  const { post, count } = await makeClient();
  const first = await post('order-17');
  const second = await post('order-17');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.headers.get('Idempotency-Replayed')).toBeNull();
  expect(second.headers.get('Idempotency-Replayed')).toBe('true');
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
  expect(second.headers.get('Content-Type')).toBe(first.headers.get('Content-Type'));
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
  expect(await second.text()).toBe(await first.text());
  expect(await count()).toBe(1);
});

test('a replay is the answer as it was, whatever became of the invoice', async () => {
  const { workspace, post } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const first = await bodyOf(await post('finalize-1', {}, `/api/invoices/${id}/finalize`));
  await post('pay-1', {}, `/api/invoices/${id}/pay`);
  const replay = await post('finalize-1', {}, `/api/invoices/${id}/finalize`);
  expect(replay.headers.get('Idempotency-Replayed')).toBe('true');
  expect(await bodyOf(replay)).toEqual(first);
  expect(first).toMatchObject({ status: 'open' });
});

test('the same key with another body is refused', async () => {
  const { post, count } = await makeClient();
  await post('order-17');
  const answer = await post('order-17', { ...INPUT, customer: 'Fabrikam' });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ code: 'idempotency_key_reused' });
  expect(await count()).toBe(1);
});

test('the same key for another address is refused', async () => {
  const { workspace, post } = await makeClient();
  const [one, two] = [await makeInvoice(workspace.id), await makeInvoice(workspace.id)];
  await post('k', {}, `/api/invoices/${one}/finalize`);
  const answer = await post('k', {}, `/api/invoices/${two}/finalize`);
  expect(await bodyOf(answer)).toMatchObject({ code: 'idempotency_key_reused' });
  expect(await bodyOf(await post('k2', {}, `/api/invoices/${two}/finalize`))).toMatchObject({
    number: 'INV-000002',
  });
});

test('another API key may use the same Idempotency-Key', async () => {
  const { workspace, post, count } = await makeClient();
  const { secret } = await makeApiKey(workspace);
  await post('order-17');
  const answer = await post('order-17', INPUT, '/api/invoices', secret);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Idempotency-Replayed')).toBeNull();
  expect(await count()).toBe(2);
});

test('a retry that crosses rotations gets the first answer, with whichever key it comes', async () => {
  const { workspace, apiKey, post, count } = await makeClient();
  const first = await bodyOf(await post('order-17'));
  let key = apiKey;
  for (let rotation = 0; rotation < 2; rotation++) {
    const { apiKey: next, secret } = await rotateApiKey(workspace.owner, key.id, { retire: 'now' });
    const again = await post('order-17', INPUT, '/api/invoices', secret);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await bodyOf(again)).toEqual(first);
    expect(
      (await post('order-17', { ...INPUT, currency: 'USD' }, '/api/invoices', secret)).status,
    ).toBe(422);
    key = next;
  }
  expect(await count()).toBe(1);
});

test('what the new key did is what the old one gets, while both work', async () => {
  const { workspace, apiKey, post, count } = await makeClient();
  const { secret } = await rotateApiKey(workspace.owner, apiKey.id, { retire: '24h' });
  const [one, other] = await Promise.all([
    post('order-18', INPUT, '/api/invoices', secret).then(onceMore),
    post('order-18').then(onceMore),
  ]);
  function onceMore(answer: Response): Response | Promise<Response> {
    return answer.status === 409 ? post('order-18').then(onceMore) : answer;
  }
  expect([one.status, other.status]).toEqual([201, 201]);
  expect(await count()).toBe(1);
});

test('quoted and bare are one key', async () => {
  const { post, count } = await makeClient();
  await post('"order-17"');
  expect((await post('order-17')).headers.get('Idempotency-Replayed')).toBe('true');
  expect(await count()).toBe(1);
});

test.each([
  ['empty', ''],
  ['empty in quotes', '""'],
  ['256 characters', 'x'.repeat(256)],
  ['with a space, bare', 'a b'],
  ['with an open quote', '"abc'],
  ['not ASCII', 'clé'],
])('an Idempotency-Key that is %s is refused', async (_, key) => {
  const { post, count } = await makeClient();
  const answer = await post(key);
  expect(answer.status).toBe(400);
  expect(await bodyOf(answer)).toMatchObject({ code: 'invalid_request' });
  expect(await count()).toBe(0);
});

test('255 characters are a key', async () => {
  const { post } = await makeClient();
  expect((await post('x'.repeat(255))).status).toBe(201);
});

test('a refusal is not kept: the key is free for the request put right', async () => {
  const { post } = await makeClient();
  expect((await post('order-17', { ...INPUT, currency: 'euro' })).status).toBe(422);
  const answer = await post('order-17');
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Idempotency-Replayed')).toBeNull();
});

test('ten at the same time make one invoice', async () => {
  const { post, count } = await makeClient();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('order-17')));
  expect(await count()).toBe(1);
  const fresh = answers.filter(
    ({ status, headers }) => status === 201 && !headers.get('Idempotency-Replayed'),
  );
  expect(fresh).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer.status).toBe(409);
    expect(await bodyOf(answer)).toMatchObject({ code: 'idempotency_key_in_progress' });
  }
  expect((await post('order-17')).headers.get('Idempotency-Replayed')).toBe('true');
});

test('what fails half-way leaves neither an invoice nor an answer', async () => {
  const { post, count } = await makeClient();
  // The invoice is written by then: only the answer to replay cannot be.
  await db.$executeRaw`alter table "IdempotencyRecord" add constraint "refused" check (false) not valid`;
  const broken = await post('order-17');
  await db.$executeRaw`alter table "IdempotencyRecord" drop constraint "refused"`;
  expect(broken.status).toBe(500);
  expect(broken.headers.get('Location')).toBeNull();
  expect(await count()).toBe(0);
  const answer = await post('order-17');
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Idempotency-Replayed')).toBeNull();
  expect(await count()).toBe(1);
});

test('an answer is kept for 24 hours and no longer', async () => {
  const { apiKey, post, count } = await makeClient();
  const { isAfter } = await momentOf(() => post('order-17'));
  const where = { apiKeyId: apiKey.id };
  const { expiresAt } = await db.idempotencyRecord.findFirstOrThrow({ where });
  expect(expiresAt).toSatisfy(isAfter(86_400_000));
  await db.idempotencyRecord.updateMany({ where, data: { expiresAt: new Date() } });
  const answer = await post('order-17');
  expect(answer.headers.get('Idempotency-Replayed')).toBeNull();
  expect(await count()).toBe(2);
});

test('the header means nothing on other methods', async () => {
  const { workspace } = await makeClient();
  const { secret } = await makeApiKey(workspace);
  const headers = { 'Idempotency-Key': 'a b' };
  expect((await send('/api/me', { key: secret, headers })).status).toBe(200);
});

test('an answer without a body is kept and given again like any other', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  let runs = 0;
  const { POST } = route('/api/me', {
    POST: endpoint({
      operationId: 'deleteNothing',
      summary: 'Forget',
      description: 'Answers with nothing.',
      status: 204,
      handle: () => void runs++,
    }),
  });
  const post = () => {
    const headers = { Authorization: `Bearer ${secret}`, 'Idempotency-Key': 'forget-1' };
    const request = new Request(new URL('/api/me', ORIGIN), { method: 'POST', headers });
    return POST(request, { params: Promise.resolve({}) });
  };
  const [first, second] = [await post(), await post()];
  for (const answer of [first, second]) {
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Content-Type')).toBeNull();
    expect(await answer.text()).toBe('');
  }
  expect(second.headers.get('Idempotency-Replayed')).toBe('true');
  expect(runs).toBe(1);
});
