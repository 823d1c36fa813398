import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { SortKey } from '@/lib/cursor';
import { db } from '@/lib/database/client';
import { pageQuery, readPage } from '@/lib/paging';
import { parseQuery } from '@/lib/validation';
import { makeWorkspace } from '../../support/workspace';

const KEY = {
  customer: ['asc', 'text'],
  total: ['desc', 'bigint'],
  id: ['asc', 'uuid'],
} satisfies SortKey;

const query = z.strictObject(pageQuery);

const read = (workspaceId: string, asked: object) =>
  readPage(KEY, parseQuery(query, asked), { workspaceId }, (page) =>
    db.invoice.findMany({ ...page, select: { customer: true, total: true, id: true } }),
  );

/** Invoices of few customers and few totals, so that each column of the key has to decide. */
async function makeInvoices(): Promise<string> {
  const { id: workspaceId } = await makeWorkspace();
  const customers = ['Ábaco', 'abc', 'ABC', 'zebra', '100 %', 'a_b'];
  await db.invoice.createMany({
    data: Array.from({ length: 24 }, (_, index) => ({
      id: randomUUID(),
      workspaceId,
      customer: String(customers[index % customers.length]),
      currency: 'EUR',
      total: BigInt(index % 4 < 2 ? 7 : index) - 10n,
    })),
  });
  return workspaceId;
}

test.each([1, 2, 5, 23, 24, 100])(
  'pages of %i in any order show every row of the tenant once, in that order',
  async (limit) => {
    const workspaceId = await makeInvoices();
    await makeInvoices(); // of another tenant
    const all = await db.invoice.findMany({
      where: { workspaceId },
      orderBy: [{ customer: 'asc' }, { total: 'desc' }, { id: 'asc' }],
      select: { customer: true, total: true, id: true },
    });
    const seen: object[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(workspaceId, {
        limit: String(limit),
        ...(cursor && { cursor }),
      });
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      seen.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor && seen.length <= all.length);
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(24);
  },
);

test('a cursor of another tenant shows own rows only', async () => {
  const [own, foreign] = [await makeInvoices(), await makeInvoices()];
  const { nextCursor: cursor } = await read(foreign, { limit: '3' });
  const { rows } = await read(own, { limit: '100', cursor });
  const ids = await db.invoice.findMany({ where: { workspaceId: own }, select: { id: true } });
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows) expect(ids).toContainEqual({ id });
});
