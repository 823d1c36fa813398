import { type Actor, assertScope } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { NEWEST_FIRST, readPage } from '@/lib/paging';
import { parseQuery } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';
import type { InvoiceStatus } from '@/prisma/generated/enums';
import { type Invoice, invoiceColumns, toInvoice } from './invoice';
import { listInvoicesQuery } from './schema';

/**
 * The invoices of the actor's workspace, newest first, a page at a time (keyset paging).
 * @param query query strings: the filters `status`, `customer`, `issued_from` and `issued_to`,
 *   `limit` 1–100 (default 20), and `cursor` from the page before
 * @returns up to `limit` invoices, and the cursor of the next page or null on the last
 * @throws AppError `insufficient_scope` or `validation_failed`
 */
export async function listInvoices(
  actor: Actor,
  query: unknown,
): Promise<{ invoices: Invoice[]; nextCursor: string | null }> {
  assertScope(actor, 'invoices:read');
  const { limit, cursor, ...filters } = parseQuery(listInvoicesQuery, query);

  const where = { ...whereOf(filters), workspaceId: actor.workspaceId };
  const { rows, nextCursor } = await readPage(NEWEST_FIRST, { limit, cursor }, where, (page) =>
    db.invoice.findMany({ ...page, select: invoiceColumns }),
  );
  return { invoices: rows.map(toInvoice), nextCursor };
}

type Filters = {
  status?: string | undefined;
  customer?: string | undefined;
  issued_from?: string | undefined;
  issued_to?: string | undefined;
};

/** Adds only the filters that were given: an undefined condition would match everything. */
function whereOf({ status, customer, issued_from, issued_to }: Filters): Prisma.InvoiceWhereInput {
  return {
    ...(status && { status: status.toUpperCase() as InvoiceStatus }),
    ...(customer && { customer: { contains: literally(customer), mode: 'insensitive' } }),
    ...((issued_from || issued_to) && {
      issuedOn: {
        ...(issued_from && { gte: new Date(issued_from) }),
        ...(issued_to && { lte: new Date(issued_to) }),
      },
    }),
  };
}

/** Escapes ILIKE's wildcards (% and _), which Prisma passes on unchanged. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
