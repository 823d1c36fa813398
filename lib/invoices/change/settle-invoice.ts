import { type Actor, assertScope } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { NO_PRECONDITIONS, type Preconditions } from '@/lib/etag';
import type { InvoiceWithLines } from '@/lib/invoices/model/invoice';
import { findInvoice, refuseChange } from '@/lib/invoices/read/find-invoice';
import { parseId } from '@/lib/validation';
import { assertMayChangeInvoice } from './assert-may-change-invoice';

const ACTIONS = { PAID: 'invoice.paid', VOID: 'invoice.voided' } as const;

/**
 * Marks an open invoice as paid.
 * @throws AppError `insufficient_scope`, `not_found`, `precondition_failed`, or `invoice_not_editable`
 *   when it is not open
 */
export const payInvoice = (actor: Actor, id: unknown, preconditions?: Preconditions) =>
  settle(actor, id, 'PAID', preconditions);

/**
 * Voids an open invoice. It keeps its number, so that the series has no gap.
 * @throws AppError `insufficient_scope`, `not_found`, `precondition_failed`, or `invoice_not_editable`
 *   when it is not open
 */
export const voidInvoice = (actor: Actor, id: unknown, preconditions?: Preconditions) =>
  settle(actor, id, 'VOID', preconditions);

async function settle(
  actor: Actor,
  id: unknown,
  status: 'PAID' | 'VOID',
  preconditions = NO_PRECONDITIONS,
): Promise<InvoiceWithLines> {
  assertScope(actor, 'invoices:write');
  const invoiceId = parseId(id);
  return inTransaction(async (tx) => {
    await assertMayChangeInvoice(tx, actor, { id: invoiceId, status: 'open' }, preconditions);
    const { count } = await tx.invoice.updateMany({
      where: { id: invoiceId, workspaceId: actor.workspaceId, status: 'OPEN' },
      data: { status, updatedAt: databaseDate() },
    });
    if (count === 0) await refuseChange(tx, actor, invoiceId);
    await recordAct(tx, actor, ACTIONS[status], invoiceId, {});
    return findInvoice(tx, actor, invoiceId);
  });
}
