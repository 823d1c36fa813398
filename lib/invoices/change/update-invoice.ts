import { type Actor, assertScope } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { NO_PRECONDITIONS } from '@/lib/etag';
import type { InvoiceWithLines } from '@/lib/invoices/model/invoice';
import { priceLines } from '@/lib/invoices/model/lines';
import { invoiceChanges } from '@/lib/invoices/model/schema';
import { findInvoice, refuseChange } from '@/lib/invoices/read/find-invoice';
import { parse, parseId } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';
import { assertMayChangeInvoice } from './assert-may-change-invoice';
import { claimReference } from './claim-reference';

/**
 * Changes a draft of the actor's workspace. Without a field to change, nothing is changed or recorded.
 * @param changes see {@link invoiceChanges}: a missing field stays; `lines` replaces all lines
 * @throws AppError `insufficient_scope`, `not_found`, `validation_failed`, `reference_in_use`,
 *   `precondition_failed`, or `invoice_not_editable` when it is no longer a draft
 */
export async function updateInvoice(
  actor: Actor,
  id: unknown,
  changes: unknown,
  preconditions = NO_PRECONDITIONS,
): Promise<InvoiceWithLines> {
  assertScope(actor, 'invoices:write');
  const invoiceId = parseId(id);
  const parsed = parse(invoiceChanges, changes);
  const { customer, currency, issued_on, due_on, reference, lines } = parsed;
  const priced = lines && priceLines(lines);
  const isEmpty = Object.keys(parsed).length === 0;

  return inTransaction(async (tx) => {
    if (reference) await claimReference(tx, actor, reference, invoiceId);
    await assertMayChangeInvoice(tx, actor, { id: invoiceId, status: 'draft' }, preconditions);
    if (isEmpty) return unchanged(tx, actor, invoiceId);
    const { count } = await tx.invoice.updateMany({
      where: { id: invoiceId, workspaceId: actor.workspaceId, status: 'DRAFT' },
      data: {
        updatedAt: databaseDate(),
        ...(customer && { customer }),
        ...(currency && { currency }),
        ...(issued_on !== undefined && { issuedOn: issued_on && new Date(issued_on) }),
        ...(due_on !== undefined && { dueOn: due_on && new Date(due_on) }),
        ...(reference !== undefined && { reference }),
        ...(priced && { total: priced.total }),
      },
    });
    if (count === 0) await refuseChange(tx, actor, invoiceId);
    if (priced) {
      await tx.invoiceLine.deleteMany({
        where: { invoice: { is: { id: invoiceId, workspaceId: actor.workspaceId } } },
      });
      await tx.invoiceLine.createMany({
        data: priced.rows.map((row) => ({ ...row, invoiceId })),
      });
    }
    await recordAct(tx, actor, 'invoice.updated', invoiceId, {});
    return findInvoice(tx, actor, invoiceId);
  });
}

/** @throws AppError as for any change: `not_found`, or `invoice_not_editable` */
async function unchanged(tx: Prisma.TransactionClient, actor: Actor, id: string) {
  const invoice = await findInvoice(tx, actor, id);
  if (invoice.status !== 'draft') await refuseChange(tx, actor, id);
  return invoice;
}
