import { type Actor, assertScope } from '@/lib/actor';
import { db } from '@/lib/database/client';
import type { InvoiceWithLines } from '@/lib/invoices/model/invoice';
import { findInvoice } from './find-invoice';

/**
 * One invoice of the actor's workspace, with its lines in order.
 * @throws AppError `insufficient_scope`, or `not_found` for an id that is not of this workspace
 */
export async function getInvoice(actor: Actor, id: unknown): Promise<InvoiceWithLines> {
  assertScope(actor, 'invoices:read');
  return findInvoice(db, actor, id);
}
