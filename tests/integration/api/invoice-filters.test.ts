import { expect, test } from 'vitest';
import { bodyOf, send } from '../../support/api';
import { makeInvoice, makeInvoices } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Page = { data: { customer: string }[]; next_cursor: string | null };

const INVOICES = [
  ['Northwind Traders', 'DRAFT', null],
  ['Northwind Logistics', 'OPEN', '2026-03-01'],
  ['Fabrikam', 'PAID', '2026-03-31'],
  ['100% Cotton', 'VOID', '2026-04-01'],
  ['Snow_Flake', 'OPEN', '2026-04-02'],
  ['Back\\slash', 'OPEN', '2026-05-01'],
  ['Ñandú', 'PAID', '2026-05-02'],
] as const;

async function makeList() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  for (const [index, [customer, status, day]] of INVOICES.entries()) {
    await makeInvoice(workspace.id, {
      customer,
      status,
      ...(day && { issuedOn: new Date(day), number: index }),
      createdAt: new Date(Date.UTC(2026, 6, 1, 0, 0, -index)),
    });
  }
  const { secret } = await makeApiKey(workspace);
  return async (query: string) => {
    const { data } = await bodyOf<Page>(await send(`/api/invoices?${query}`, { key: secret }));
    return data.map(({ customer }) => customer);
  };
}

test('filters choose by status, customer and day of issue, together too', async () => {
  const list = await makeList();
  const expected: [string, string[]][] = [
    ['status=draft', ['Northwind Traders']],
    ['status=open', ['Northwind Logistics', 'Snow_Flake', 'Back\\slash']],
    ['status=void', ['100% Cotton']],
    ['customer=northwind', ['Northwind Traders', 'Northwind Logistics']],
    ['customer=%20Fabri%20', ['Fabrikam']],
    ['customer=%C3%B1and', ['Ñandú']],
    ['customer=n%CC%83and', ['Ñandú']],
    ['customer=%25', ['100% Cotton']],
    ['customer=_', ['Snow_Flake']],
    ['customer=%5C', ['Back\\slash']],
    ['customer=nobody', []],
    ['issued_from=2026-04-01', ['100% Cotton', 'Snow_Flake', 'Back\\slash', 'Ñandú']],
    ['issued_to=2026-03-31', ['Northwind Logistics', 'Fabrikam']],
    ['issued_from=2026-03-31&issued_to=2026-04-01', ['Fabrikam', '100% Cotton']],
    ['issued_from=2027-01-01&issued_to=2026-01-01', []],
    ['status=open&customer=o&issued_to=2026-04-30', ['Northwind Logistics', 'Snow_Flake']],
  ];
  for (const [query, customers] of expected) expect(await list(query), query).toEqual(customers);
});

test('the link to the next page keeps the filters', async () => {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  await makeInvoices(workspace.id, 12);
  const { secret: key } = await makeApiKey(workspace);
  const seen: string[] = [];
  let path = '/api/invoices?customer=customer%201&limit=1';
  for (;;) {
    const answer = await send(path, { key });
    const { data } = await bodyOf<Page>(answer);
    seen.push(...data.map(({ customer }) => customer));
    const next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1];
    if (!next) break;
    const { pathname, search } = new URL(next);
    path = pathname + search;
  }
  expect(seen.toSorted()).toEqual(['Customer 1', 'Customer 10', 'Customer 11']);
});

test.each([
  ['status=OPEN', 'status'],
  ['status=', 'status'],
  ['status[not]=draft', 'status[not]'],
  ['status=draft&status=open', 'status'],
  ['customer=', 'customer'],
  ['customer=%20', 'customer'],
  ['customer=a%00b', 'customer'],
  [`customer=${'x'.repeat(201)}`, 'customer'],
  ['issued_from=yesterday', 'issued_from'],
  ['issued_from=2026-02-30', 'issued_from'],
  ['issued_from=0000-01-01', 'issued_from'],
  ['issued_to=2026-3-1', 'issued_to'],
  ['issued_to=20260301', 'issued_to'],
  ['issuedTo=2026-03-01', 'issuedTo'],
])('?%s is refused, naming the parameter', async (query, parameter) => {
  const { secret: key } = await makeApiKey(await makeWorkspace());
  const answer = await send(`/api/invoices?${query}`, { key });
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ parameter }] });
});

test.each(['/api/me', '/api/invoices/0199aaaa-0000-7000-8000-000000000000'])(
  '%s takes no parameters',
  async (path) => {
    const { secret: key } = await makeApiKey(await makeWorkspace());
    const answer = await send(`${path}?expand=lines`, { key });
    expect(answer.status).toBe(422);
    expect(await bodyOf(answer)).toMatchObject({ errors: [{ parameter: 'expand' }] });
  },
);
