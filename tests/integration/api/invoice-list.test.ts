import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeInvoices } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Page = { data: { id: string }[]; has_more: boolean; next_cursor: string | null };

const list = (key: string, query = '') => send(`/api/invoices${query}`, { key });

const idsInOrder = async (workspaceId: string) => {
  const rows = await db.invoice.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

async function makeList(count: number) {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  await makeInvoices(workspace.id, count);
  const { secret } = await makeApiKey(workspace);
  return { workspace, secret };
}

test('an invoice in a list has these members and no others', async () => {
  const { secret } = await makeList(1);
  const { data, ...rest } = await bodyOf<Page>(await list(secret));
  expect(rest).toEqual({ has_more: false, next_cursor: null });
  expect(data).toEqual([
    {
      id: expect.any(String),
      number: null,
      status: 'draft',
      customer: 'Customer 0',
      reference: null,
      currency: 'EUR',
      total: 0,
      issued_on: null,
      due_on: null,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: expect.any(String),
    },
  ]);
});

test.each([1, 2, 7, 25, 100])('pages of %i show every invoice once, in order', async (limit) => {
  const { workspace, secret } = await makeList(25);
  const seen: string[] = [];
  let query = `?limit=${limit}`;
  for (let pages = 0; pages <= 25; pages++) {
    const answer = await list(secret, query);
    const { data, has_more, next_cursor } = await bodyOf<Page>(answer);
    expect(data.length).toBeLessThanOrEqual(limit);
    seen.push(...data.map(({ id }) => id));

    const [, link] = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '') ?? [];
    expect(has_more).toBe(next_cursor !== null);
    expect(has_more).toBe(link !== undefined);
    if (!link) break;
    const next = new URL(link);
    expect(next.pathname).toBe('/api/invoices');
    expect(Object.fromEntries(next.searchParams)).toEqual({
      limit: String(limit),
      cursor: next_cursor,
    });
    query = next.search;
  }
  expect(seen).toEqual(await idsInOrder(workspace.id));
});

test('a page has 20 invoices when nothing else is asked for', async () => {
  const { workspace, secret } = await makeList(21);
  const answer = await list(secret);
  const { data, has_more, next_cursor } = await bodyOf<Page>(answer);
  expect(data.map(({ id }) => id)).toEqual((await idsInOrder(workspace.id)).slice(0, 20));
  expect(has_more).toBe(true);
  expect(answer.headers.get('Link')).toMatch(/^<https?:.+[?&]cursor=.+>; rel="next"$/);
  const rest = await list(secret, `?cursor=${next_cursor}`);
  expect(await bodyOf(rest)).toMatchObject({ has_more: false, next_cursor: null });
  expect(rest.headers.get('Link')).toBeNull();
});

test('rows added while paging are not shown twice and push none out', async () => {
  const { workspace, secret } = await makeList(6);
  const before = await idsInOrder(workspace.id);
  const first = await bodyOf<Page>(await list(secret, '?limit=3'));
  await db.invoice.create({
    data: { workspaceId: workspace.id, customer: 'New', currency: 'EUR', total: 1n },
  });
  const second = await bodyOf<Page>(await list(secret, `?limit=3&cursor=${first.next_cursor}`));
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(before);
});

test('a workspace without invoices gets an empty list', async () => {
  const { secret } = await makeList(0);
  const answer = await list(secret);
  expect(await bodyOf(answer)).toEqual({ data: [], has_more: false, next_cursor: null });
  expect(answer.headers.get('Link')).toBeNull();
});

test('a key lists the invoices of its own workspace alone', async () => {
  const [own, foreign] = [await makeList(2), await makeList(3)];
  const { data } = await bodyOf<Page>(await list(own.secret, '?limit=100'));
  expect(data.map(({ id }) => id)).toEqual(await idsInOrder(own.workspace.id));
  expect(data).toHaveLength(2);
  expect((await bodyOf<Page>(await list(foreign.secret))).data).toHaveLength(3);
});

test('a cursor of another workspace shows own invoices only', async () => {
  const [own, foreign] = [await makeList(9), await makeList(9)];
  const { next_cursor } = await bodyOf<Page>(await list(foreign.secret, '?limit=3'));
  const { data } = await bodyOf<Page>(await list(own.secret, `?limit=100&cursor=${next_cursor}`));
  const ids = await idsInOrder(own.workspace.id);
  expect(data.length).toBeGreaterThan(0);
  expect(data.every(({ id }) => ids.includes(id))).toBe(true);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=101', 'limit'],
  ['limit=1e9', 'limit'],
  ['limit=abc', 'limit'],
  ['limit=1.5', 'limit'],
  ['limit=', 'limit'],
  ['limit=%201', 'limit'],
  ['limit=1&limit=9', 'limit'],
  ['cursor=', 'cursor'],
  ['cursor=nonsense', 'cursor'],
  ['cursor=W10', 'cursor'],
  [`cursor=${'A'.repeat(10_000)}`, 'cursor'],
  ['colour=red', 'colour'],
  ['workspaceId=x', 'workspaceId'],
  ['limit[gt]=1', 'limit[gt]'],
  ['__proto__=1', '__proto__'],
  ['a/b~c=1', 'a/b~c'],
])('?%s is refused, naming the parameter', async (query, parameter) => {
  const { secret } = await makeList(0);
  const answer = await list(secret, `?${query}`);
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({
    code: 'validation_failed',
    errors: [{ detail: expect.any(String), parameter }],
  });
});

test('a cursor that was changed is refused', async () => {
  const { secret } = await makeList(5);
  const { next_cursor } = await bodyOf<Page>(await list(secret, '?limit=1'));
  const { data } = await bodyOf<Page>(await list(secret));
  const [name, createdAt, id] = ['-createdAt,-id', '2026-01-01T00:00:00.000Z', data[0]?.id];
  const crafted = [
    `${next_cursor}x`,
    `${next_cursor}=`,
    JSON.stringify([createdAt, id]),
    ...[
      [createdAt, id],
      [name, createdAt],
      [name, createdAt, id, 1],
      [name, createdAt, { not: '' }],
      [name, { lt: createdAt }, id],
      [name, '2026', id],
      ['createdAt,id', createdAt, id],
      { createdAt, id },
    ].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
  ];
  for (const cursor of crafted) {
    const answer = await list(secret, `?cursor=${encodeURIComponent(cursor)}`);
    expect(answer.status, cursor).toBe(422);
    expect(await bodyOf(answer)).toMatchObject({ errors: [{ parameter: 'cursor' }] });
  }
});
