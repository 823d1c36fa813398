import { type Actor, assertScope } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import type { InvoiceWithLines } from '@/lib/invoices/model/invoice';
import { priceLines } from '@/lib/invoices/model/lines';
import { invoiceInput } from '@/lib/invoices/model/schema';
import { findInvoice } from '@/lib/invoices/read/find-invoice';
import { parse } from '@/lib/validation';
import { claimReference } from './claim-reference';

/**
 * Creates a draft in the actor's workspace. It has no number until it is finalized.
 * @param input see {@link invoiceInput}; amounts are integers of minor units
 * @throws AppError `insufficient_scope`, `validation_failed` or `reference_in_use`
 */
export async function createInvoice(actor: Actor, input: unknown): Promise<InvoiceWithLines> {
  assertScope(actor, 'invoices:write');
  const { customer, currency, issued_on, due_on, reference, lines } = parse(invoiceInput, input);
  const { rows, total } = priceLines(lines);

  return inTransaction(async (tx) => {
    if (reference) await claimReference(tx, actor, reference);
    const { id } = await tx.invoice.create({
      data: {
        workspaceId: actor.workspaceId,
        customer,
        reference: reference ?? null,
        currency,
        total,
        issuedOn: issued_on ? new Date(issued_on) : null,
        dueOn: due_on ? new Date(due_on) : null,
        updatedAt: databaseDate(),
        lines: { createMany: { data: rows } },
      },
      select: { id: true },
    });
    await recordAct(tx, actor, 'invoice.created', id, { customer });
    return findInvoice(tx, actor, id);
  });
}
