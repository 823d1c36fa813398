import { afterEach, expect, test, vi } from 'vitest';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const OTHER = '"another"';

afterEach(() => {
  vi.useRealTimers();
});

async function makeClient(given: Parameters<typeof makeInvoice>[1] = {}) {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { secret: key } = await makeApiKey(workspace);
  const path = `/api/invoices/${await makeInvoice(workspace.id, given)}`;
  const ask = (method: string, headers?: HeadersInit, body?: unknown, verb = '') =>
    send(path + verb, { key, method, headers, body });
  const tag = async () => String((await ask('GET')).headers.get('ETag'));
  return { key, path, ask, tag };
}

const OPEN = { status: 'OPEN', number: 1, issuedOn: new Date('2026-03-01') } as const;

/** Each change of an invoice, and an invoice that takes it. */
const CHANGES = [
  ['PATCH', '', { customer: 'Changed' }, {}],
  ['DELETE', '', undefined, {}],
  ['POST', '/finalize', undefined, {}],
  ['POST', '/pay', undefined, OPEN],
  ['POST', '/void', undefined, OPEN],
] as const;

test('an invoice has a strong tag, on HEAD too, which stays while it does', async () => {
  const { ask, tag } = await makeClient();
  const first = await tag();
  expect(first).toMatch(/^"[\w-]{20,}"$/);
  expect((await ask('HEAD')).headers.get('ETag')).toBe(first);
  expect(await tag()).toBe(first);
});

test('each change gives another tag, within one millisecond too, and its answer has it', async () => {
  const { ask, tag } = await makeClient();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const line = { description: 'One', quantity: 1, unit_amount: 5 };
  const seen = new Set([await tag()]);
  const changes: [string, string, object?][] = [
    ['PATCH', '', { customer: 'A' }],
    ['PATCH', '', { customer: 'B' }],
    ['PATCH', '', { reference: 'x' }],
    ['PATCH', '', { lines: [line] }],
    ['PATCH', '', { lines: [{ ...line, description: 'Two' }] }],
    ['POST', '/finalize'],
    ['POST', '/pay'],
  ];
  for (const [method, verb, body] of changes) {
    const answer = await ask(method, {}, body, verb);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ETag')).toBe(await tag());
    seen.add(await tag());
  }
  expect(seen.size).toBe(changes.length + 1);
});

test('a created invoice comes with its tag, and so does the answer that is replayed', async () => {
  const { key } = await makeClient();
  const lines = [{ description: 'x', quantity: 1, unit_amount: 1 }];
  const post = () =>
    send('/api/invoices', {
      key,
      method: 'POST',
      headers: { 'Idempotency-Key': 'one' },
      body: { customer: 'F', currency: 'EUR', lines },
    });
  const [created, replayed] = [await post(), await post()];
  const { id } = await bodyOf<{ id: string }>(created);
  const read = await send(`/api/invoices/${id}`, { key });
  for (const answer of [created, replayed]) {
    expect(answer.headers.get('ETag')).toMatch(/^"/);
    expect(answer.headers.get('ETag')).toBe(read.headers.get('ETag'));
  }
  expect(replayed.headers.get('Idempotency-Replayed')).toBe('true');
});

test.each<[(tag: string) => string, number]>([
  [(tag) => tag, 304],
  [(tag) => `W/${tag}`, 304],
  [(tag) => `${OTHER}, W/"a,b" ,${tag}`, 304],
  [() => '*', 304],
  [() => OTHER, 200],
  [(tag) => tag.slice(1, -1), 200],
  [(tag) => `"x${tag}`, 200],
  [() => '"*"', 200],
])('If-None-Match is compared weakly, tag by tag: %s', async (header, status) => {
  const { ask, tag } = await makeClient();
  const current = await tag();
  for (const method of ['GET', 'HEAD']) {
    const answer = await ask(method, { 'If-None-Match': header(current) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('ETag')).toBe(current);
    expect(answer.headers.get('RateLimit')).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(answer.headers.get('X-RateLimit-Limit')).not.toBeNull();
    if (status === 304) expect(answer.headers.get('Content-Type')).toBeNull();
    if (status === 304) expect(await answer.text()).toBe('');
  }
});

test.each(CHANGES)('%s %s is refused for a tag that is out of date', async (...change) => {
  const [method, verb, body, given] = change;
  const { ask, tag } = await makeClient(given);
  const current = await tag();
  for (const header of [OTHER, `W/${current}`, current.slice(1, -1), '"*"', '']) {
    const answer = await ask(method, { 'If-Match': header }, body, verb);
    expect(answer.status, header).toBe(412);
    expect(await bodyOf(answer)).toMatchObject({ code: 'precondition_failed' });
  }
  expect(await tag()).toBe(current);
});

test.each(CHANGES)('%s %s is done for the tag of now, alone or in a list', async (...change) => {
  const [method, verb, body, given] = change;
  for (const header of [(tag: string) => tag, (tag: string) => `${OTHER},${tag}`, () => '*']) {
    const { ask, tag } = await makeClient(given);
    const answer = await ask(method, { 'If-Match': header(await tag()) }, body, verb);
    expect(answer.status).toBe(method === 'DELETE' ? 204 : 200);
  }
});

test('a change with If-None-Match is refused for what there is, and done for what there is not', async () => {
  const { ask, tag } = await makeClient();
  for (const header of ['*', await tag(), `W/${await tag()}`]) {
    const answer = await ask('PATCH', { 'If-None-Match': header }, { customer: 'A' });
    expect(answer.status).toBe(412);
  }
  const answer = await ask('PATCH', { 'If-None-Match': OTHER }, { customer: 'A' });
  expect(answer.status).toBe(200);
});

test('reading with If-Match is refused for another tag', async () => {
  const { ask, tag } = await makeClient();
  const current = await tag();
  expect((await ask('GET', { 'If-Match': OTHER })).status).toBe(412);
  expect((await ask('HEAD', { 'If-Match': OTHER })).status).toBe(412);
  expect((await ask('GET', { 'If-Match': current })).status).toBe(200);
});

test('what would be refused anyway is refused for that', async () => {
  const paid = await makeClient({ ...OPEN, status: 'PAID' });
  for (const [method, verb, body] of CHANGES) {
    const answer = await paid.ask(method, { 'If-Match': OTHER }, body, verb);
    expect(answer.status).toBe(409);
  }
  const foreign = await makeClient();
  for (const [method, verb, body] of CHANGES) {
    const headers = { 'If-Match': '*' };
    const answer = await send(foreign.path + verb, { key: paid.key, method, headers, body });
    expect(answer.status).toBe(404);
  }
});

test('of changes at once that saw the same invoice, one is done', async () => {
  const { ask, tag } = await makeClient();
  const headers = { 'If-Match': await tag() };
  const answers = await Promise.all([
    ask('PATCH', headers, { reference: 'x' }),
    ...Array.from({ length: 6 }, (_, index) => ask('PATCH', headers, { customer: `C${index}` })),
  ]);
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, ...Array(6).fill(412)]);
});

test('the document has a tag too, and is not sent again to who has it', async () => {
  const path = '/api/openapi.json';
  const first = await send(path);
  const tag = String(first.headers.get('ETag'));
  expect(tag).toMatch(/^"[\w-]{20,}(\.br|\.gzip)?"$/);
  expect(first.headers.get('Cache-Control')).toBe('no-cache');
  expect((await send(path, { method: 'HEAD' })).headers.get('ETag')).toBe(tag);
  for (const method of ['GET', 'HEAD']) {
    const known = await send(path, { method, headers: { 'If-None-Match': `W/${tag}` } });
    expect(known.status).toBe(304);
    expect(await known.text()).toBe('');
    expect(known.headers.get('ETag')).toBe(tag);
    expect((await send(path, { method, headers: { 'If-None-Match': OTHER } })).status).toBe(200);
    expect((await send(path, { method, headers: { 'If-Match': OTHER } })).status).toBe(412);
  }
});
