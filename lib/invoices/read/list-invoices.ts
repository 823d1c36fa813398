import type { z } from 'zod';
import { type Actor, assertScope } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { literally } from '@/lib/database/literally';
import { type Invoice, invoiceColumns, toInvoice } from '@/lib/invoices/model/invoice';
import { readPage } from '@/lib/paging';
import { parseQuery } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';
import type { InvoiceStatus } from '@/prisma/generated/enums';
import { listInvoicesQuery, SORTS } from './list-query';

/**
 * The invoices of the actor's workspace, a page at a time (keyset paging).
 * @param query query strings, see {@link listInvoicesQuery}: filters, `sort` (newest first without
 *   it), `limit` 1–100 (default 20), and `cursor` from the page before
 * @returns up to `limit` invoices, and the cursor of the next page or null on the last
 * @throws AppError `insufficient_scope` or `validation_failed`
 */
export async function listInvoices(
  actor: Actor,
  query: unknown,
): Promise<{ invoices: Invoice[]; nextCursor: string | null }> {
  assertScope(actor, 'invoices:read');
  const { limit, cursor, sort, ...filters } = parseQuery(listInvoicesQuery, query);

  const where = { ...whereOf(filters), workspaceId: actor.workspaceId };
  const { rows, nextCursor } = await readPage(SORTS[sort], { limit, cursor }, where, (page) =>
    db.invoice.findMany({ ...page, select: invoiceColumns }),
  );
  return { invoices: rows.map(toInvoice), nextCursor };
}

type Filters = Omit<z.output<typeof listInvoicesQuery>, 'limit' | 'cursor' | 'sort'>;

/** Names are stored in normal form C, but an earlier release stored them as they came. */
const inEitherForm = (customer: string): Prisma.InvoiceWhereInput[] =>
  ['NFC', 'NFD'].map((form) => ({
    customer: { contains: literally(customer.normalize(form)), mode: 'insensitive' },
  }));

/** Adds only the filters that were given: an undefined condition would match everything. */
function whereOf(filters: Filters): Prisma.InvoiceWhereInput {
  const { status, customer, number, reference } = filters;
  const { issued_from, issued_to, created_from, created_to, updated_from, updated_to } = filters;
  return {
    ...(status && { status: { in: status.map((one) => one.toUpperCase() as InvoiceStatus) } }),
    ...(customer && { OR: inEitherForm(customer) }),
    ...(number !== undefined && { number }),
    ...(reference && { reference }),
    ...within('issuedOn', dayOf(issued_from), dayOf(issued_to)),
    ...within('createdAt', created_from, created_to),
    ...within('updatedAt', updated_from, updated_to),
  };
}

/** Both ends count. */
function within(column: string, from: Date | undefined, to: Date | undefined) {
  if (!from && !to) return {};
  return { [column]: { ...(from && { gte: from }), ...(to && { lte: to }) } };
}

const dayOf = (text: string | undefined) => (text ? new Date(text) : undefined);
