import type { Actor } from '@/lib/actor';
import { assertMayChange, type Preconditions } from '@/lib/etag';
import type { InvoiceStatus } from '@/lib/invoices/model/invoice';
import { invoiceEtag } from '@/lib/invoices/model/wire';
import { findInvoice } from '@/lib/invoices/read/find-invoice';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Checks what a request asks of the invoice as it is, and holds it until the transaction ends, so
 * that nobody changes it in between.
 * @param status in which the change is possible. In another one the change itself is refused, which
 *   comes first (RFC 9110 section 13.2.1).
 * @throws AppError `not_found` or `precondition_failed`
 */
export async function assertMayChangeInvoice(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id, status }: { id: string; status: InvoiceStatus },
  preconditions: Preconditions,
): Promise<void> {
  if (preconditions.ifMatch === null && preconditions.ifNoneMatch === null) return;
  await tx.$executeRaw`
    select 1 from "Invoice"
    where "id" = ${id}::uuid and "workspaceId" = ${actor.workspaceId}::uuid for update`;
  const invoice = await findInvoice(tx, actor, id);
  if (invoice.status === status) assertMayChange(preconditions, invoiceEtag(invoice));
}
