import { z } from 'zod';
import { type Actor, assertScope } from '@/lib/actor';
import { cursorField, encodeCursor } from '@/lib/cursor';
import { db } from '@/lib/db';
import { parse } from '@/lib/validation';
import { type Invoice, invoiceColumns, toInvoice } from './invoice';

export const listInvoicesQuery = z.strictObject({
  limit: z
    .stringFormat('limit', /^[0-9]{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(20),
  cursor: cursorField.optional(),
});

/**
 * The invoices of the actor's workspace, newest first, a page at a time (keyset paging).
 * @param query `limit` 1–100 (default 20) and `cursor` from the page before, as query strings
 * @returns up to `limit` invoices, and the cursor of the next page or null on the last
 * @throws AppError `insufficient_scope` or `validation_failed`
 */
export async function listInvoices(
  actor: Actor,
  query: unknown,
): Promise<{ invoices: Invoice[]; nextCursor: string | null }> {
  assertScope(actor, 'invoices:read');
  const { limit, cursor } = parse(listInvoicesQuery, query);

  const rows = await db.invoice.findMany({
    where: {
      workspaceId: actor.workspaceId,
      AND: cursor
        ? {
            OR: [
              { createdAt: { lt: cursor.createdAt } },
              { createdAt: cursor.createdAt, id: { lt: cursor.id } },
            ],
          }
        : [],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: invoiceColumns,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    invoices: page.map(toInvoice),
    nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
  };
}
