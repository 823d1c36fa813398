import { expect, test } from 'vitest';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Page = { data: { customer: string }[]; next_cursor: string | null };

const day = (number: number) => new Date(Date.UTC(2026, 6, number));

/** Created in this order, and changed in another one; two at the same time. */
const INVOICES = [
  ['A', 'DRAFT', null, 1, 9],
  ['B', 'OPEN', 1, 2, 7],
  ['C', 'PAID', 2, 3, 7],
  ['D', 'VOID', 3, 3, 8],
  ['E', 'OPEN', 1_234_567, 4, 5],
] as const;

async function makeClient() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  for (const [index, [customer, status, number, created, updated]] of INVOICES.entries()) {
    await makeInvoice(workspace.id, {
      id: `019aa000-0000-7000-8000-${workspace.id.slice(-10)}0${index}`,
      customer,
      status,
      number,
      createdAt: day(created),
      updatedAt: day(updated),
    });
  }
  const { secret: key } = await makeApiKey(workspace);
  const page = async (query: string) => bodyOf<Page>(await send(`/api/invoices?${query}`, { key }));
  const list = async (query: string) =>
    (await page(query)).data.map(({ customer }) => customer).join('');
  return { key, page, list };
}

test('a list is in the order that is asked for, newest first when none is', async () => {
  const { list } = await makeClient();
  expect(await list('')).toBe('EDCBA');
  expect(await list('sort=-created_at')).toBe('EDCBA');
  expect(await list('sort=created_at')).toBe('ABCDE');
  expect(await list('sort=-updated_at')).toBe('ADCBE');
  expect(await list('sort=updated_at')).toBe('EBCDA');
});

test.each(['-created_at', 'created_at', '-updated_at', 'updated_at'])(
  'pages by %s show every invoice once, in that order, and their links keep it',
  async (sort) => {
    const { key, list } = await makeClient();
    const seen: string[] = [];
    let path: string | undefined = `/api/invoices?sort=${sort}&limit=1`;
    while (path && seen.length <= INVOICES.length) {
      const answer: Response = await send(path, { key });
      seen.push(...(await bodyOf<Page>(answer)).data.map(({ customer }) => customer));
      const next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1];
      path = next && new URL(next).pathname + new URL(next).search;
    }
    expect(seen.join('')).toBe(await list(`sort=${sort}`));
  },
);

test('a cursor of another order is refused', async () => {
  const { key, page } = await makeClient();
  const { next_cursor } = await page('sort=updated_at&limit=2');
  for (const other of ['', 'sort=-updated_at', 'sort=created_at', 'sort=-created_at']) {
    const answer = await send(`/api/invoices?${other}&cursor=${next_cursor}`, { key });
    expect(answer.status).toBe(422);
    expect(await bodyOf(answer)).toMatchObject({
      errors: [{ parameter: 'cursor', detail: expect.stringContaining('`sort`') }],
    });
  }
});

test('an invoice that changes while it is paged by change comes again, at the end', async () => {
  const { key, page } = await makeClient();
  const created = await send('/api/invoices', {
    key,
    method: 'POST',
    body: {
      customer: 'F',
      currency: 'EUR',
      lines: [{ description: 'x', quantity: 1, unit_amount: 1 }],
    },
  });
  const { id } = await bodyOf<{ id: string }>(created);
  const query = 'sort=updated_at&updated_from=2026-07-07T00:00:00Z&limit=100';
  const first = await page(query.replace('limit=100', 'limit=2'));
  await send(`/api/invoices/${id}`, { key, method: 'PATCH', body: { customer: 'G' } });
  const rest = await page(`${query}&cursor=${first.next_cursor}`);
  const seen = [...first.data, ...rest.data].map(({ customer }) => customer);
  expect(seen.join('')).toBe('BCDAG');
});

test.each([
  ['updated_from=2026-07-08T00:00:00Z', 'DA'],
  ['updated_from=2026-07-08T00:00:00.001Z', 'A'],
  ['updated_from=2026-07-08T02:00:00%2B02:00', 'DA'],
  ['created_from=2026-07-03T00:00:00.000Z', 'EDC'],
  ['created_from=2026-07-03t00:00:00z', 'EDC'],
  ['created_from=2026-07-03T00:00:00Z&created_to=2026-07-03T00:00:00Z', 'DC'],
  [
    'updated_from=0000-01-01T00:00:00Z&updated_to=2026-07-07T23:59:60Z&created_from=2026-07-03T00:00:00Z',
    'EDC',
  ],
  ['created_to=0000-01-01T00:00:00Z', ''],
  ['created_from=9999-12-31T23:59:59-12:00', ''],
  ['created_from=2026-07-03T00:00:00Z&updated_from=2026-07-07T00:00:00Z', 'DC'],
  ['status=open,paid', 'ECB'],
  ['status=void,draft,void', 'DA'],
  ['number=INV-000002', 'C'],
  ['number=INV-1234567', 'E'],
  ['number=INV-000009', ''],
  ['number=INV-000002&status=open', ''],
])('?%s chooses %s', async (query, customers) => {
  const { list } = await makeClient();
  expect([...(await list(query))].toSorted()).toEqual([...customers].toSorted());
});

test.each([
  ['sort=customer', 'sort'],
  ['sort=', 'sort'],
  ['sort=created_at,updated_at', 'sort'],
  ['status=open,', 'status'],
  ['status=open, paid', 'status'],
  ['status=open,gone', 'status'],
  ['updated_from=2026-07-08', 'updated_from'],
  ['updated_from=2026-07-08T00:00:00', 'updated_from'],
  ['updated_from=2026-07-08T02:00:00+02:00', 'updated_from'],
  ['created_from=1785456000', 'created_from'],
  ['number=2', 'number'],
  ['number=INV-2', 'number'],
  ['number=INV-0000002', 'number'],
  ['number=INV-9999999999', 'number'],
])('?%s is refused, naming the parameter', async (query, parameter) => {
  const { secret: key } = await makeApiKey(await makeWorkspace());
  const answer = await send(`/api/invoices?${query}`, { key });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ parameter }] });
});
