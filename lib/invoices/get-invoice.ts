import { z } from 'zod';
import { type Actor, assertScope } from '@/lib/actor';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import {
  type Invoice,
  type InvoiceLine,
  invoiceColumns,
  invoiceLineColumns,
  toInvoice,
  toInvoiceLine,
} from './invoice';

/**
 * One invoice of the actor's workspace, with its lines in order.
 * @throws AppError `insufficient_scope`, or `not_found` for an id that is not of this workspace
 */
export async function getInvoice(
  actor: Actor,
  id: unknown,
): Promise<Invoice & { lines: InvoiceLine[] }> {
  assertScope(actor, 'invoices:read');
  const { data: invoiceId } = z.uuid().safeParse(id);
  if (!invoiceId) throw new AppError('not_found');

  const row = await db.invoice.findFirst({
    where: { id: invoiceId, workspaceId: actor.workspaceId },
    select: {
      ...invoiceColumns,
      lines: { select: invoiceLineColumns, orderBy: { position: 'asc' } },
    },
  });
  if (!row) throw new AppError('not_found');
  const { lines, ...invoice } = row;
  return { ...toInvoice(invoice), lines: lines.map(toInvoiceLine) };
}
