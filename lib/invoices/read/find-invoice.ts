import type { Actor } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { AppError } from '@/lib/errors';
import {
  type InvoiceWithLines,
  invoiceColumns,
  invoiceLineColumns,
  toInvoice,
  toInvoiceLine,
} from '@/lib/invoices/model/invoice';
import { parseId } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Reads one invoice of the actor's workspace. The caller has already checked the actor's scope.
 * @param client the database, or the transaction that has just changed the invoice
 * @throws AppError `not_found`
 */
export async function findInvoice(
  client: Prisma.TransactionClient,
  actor: Actor,
  id: unknown,
): Promise<InvoiceWithLines> {
  const invoiceId = parseId(id);
  const row = await client.invoice.findFirst({
    where: { id: invoiceId, workspaceId: actor.workspaceId },
    select: {
      ...invoiceColumns,
      lines: { select: invoiceLineColumns, orderBy: { position: 'asc' } },
    },
  });
  if (!row) throw await notFound(client, actor, 'invoice', invoiceId);
  const { lines, ...invoice } = row;
  return { ...toInvoice(invoice), lines: lines.map(toInvoiceLine) };
}

/**
 * Throws why a change matched no row: the workspace has no such invoice, or its status forbids it.
 * @throws AppError `not_found` or `invoice_not_editable`
 */
export async function refuseChange(
  client: Prisma.TransactionClient,
  actor: Actor,
  id: string,
): Promise<never> {
  const { status } = await findInvoice(client, actor, id);
  throw new AppError('invoice_not_editable', { invoiceStatus: status });
}
