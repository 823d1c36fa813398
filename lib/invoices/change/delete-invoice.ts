import { type Actor, assertScope } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { NO_PRECONDITIONS } from '@/lib/etag';
import { refuseChange } from '@/lib/invoices/read/find-invoice';
import { parseId } from '@/lib/validation';
import { assertMayChangeInvoice } from './assert-may-change-invoice';

/**
 * Deletes a draft of the actor's workspace. An invoice with a number can only be voided.
 * @throws AppError `insufficient_scope`, `not_found`, `precondition_failed` or `invoice_not_editable`
 */
export async function deleteInvoice(
  actor: Actor,
  id: unknown,
  preconditions = NO_PRECONDITIONS,
): Promise<void> {
  assertScope(actor, 'invoices:write');
  const invoiceId = parseId(id);
  await inTransaction(async (tx) => {
    await assertMayChangeInvoice(tx, actor, { id: invoiceId, status: 'draft' }, preconditions);
    const { count } = await tx.invoice.deleteMany({
      where: { id: invoiceId, workspaceId: actor.workspaceId, status: 'DRAFT' },
    });
    if (count === 0) await refuseChange(tx, actor, invoiceId);
    await recordAct(tx, actor, 'invoice.deleted', invoiceId, {});
  });
}
