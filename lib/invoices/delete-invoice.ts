import { type Actor, assertScope } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { inTransaction } from '@/lib/database/transaction';
import { parseId } from '@/lib/validation';
import { refuseChange } from './find-invoice';

/**
 * Deletes a draft of the actor's workspace. An invoice with a number can only be voided.
 * @throws AppError `insufficient_scope`, `not_found`, or `invoice_not_editable`
 */
export async function deleteInvoice(actor: Actor, id: unknown): Promise<void> {
  assertScope(actor, 'invoices:write');
  const invoiceId = parseId(id);
  await inTransaction(async (tx) => {
    const { count } = await tx.invoice.deleteMany({
      where: { id: invoiceId, workspaceId: actor.workspaceId, status: 'DRAFT' },
    });
    if (count === 0) await refuseChange(tx, actor, invoiceId);
    await recordAuditEvent(tx, actor, 'invoice.deleted', invoiceId, {});
  });
}
