import { type Actor, assertScope } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { NO_PRECONDITIONS } from '@/lib/etag';
import type { InvoiceWithLines } from '@/lib/invoices/model/invoice';
import { findInvoice, refuseChange } from '@/lib/invoices/read/find-invoice';
import { dayIn } from '@/lib/time-zone';
import { parseId } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';
import { assertMayChangeInvoice } from './assert-may-change-invoice';

/**
 * Issues a draft: it gets the workspace's next number and, unless it was given one, its day of issue,
 * which is the day in the workspace's time zone by the database's clock. It can no longer be changed. A
 * workspace's numbers have no gaps and no duplicates, on any number of instances.
 * @throws AppError `insufficient_scope`, `not_found`, `precondition_failed` or `invoice_not_editable`
 */
export async function finalizeInvoice(
  actor: Actor,
  id: unknown,
  preconditions = NO_PRECONDITIONS,
): Promise<InvoiceWithLines> {
  assertScope(actor, 'invoices:write');
  const invoiceId = parseId(id);
  return inTransaction(async (tx) => {
    await assertMayChangeInvoice(tx, actor, { id: invoiceId, status: 'draft' }, preconditions);
    const draft = { id: invoiceId, workspaceId: actor.workspaceId, status: 'DRAFT' as const };
    const [opened] = await tx.invoice.updateManyAndReturn({
      where: draft,
      data: { status: 'OPEN' },
      select: { issuedOn: true },
    });
    if (!opened) return refuseChange(tx, actor, invoiceId);

    const { number, timeZone } = await takeNumber(tx, actor.workspaceId);
    // Under the lock of the counter, or the next number could have the day before.
    const now = databaseDate();
    const issuedOn = opened.issuedOn ?? new Date(dayIn(timeZone, now));
    await tx.invoice.updateMany({
      where: { ...draft, status: 'OPEN' },
      data: { number, issuedOn, updatedAt: now },
    });
    await recordAct(tx, actor, 'invoice.finalized', invoiceId, { number });
    return findInvoice(tx, actor, invoiceId);
  });
}

/**
 * Takes the next number and locks the counter's row until the transaction ends: finalizations in a
 * workspace take turns, and a rollback gives the number back.
 * @returns with it, the time zone of the workspace
 */
async function takeNumber(tx: Prisma.TransactionClient, workspaceId: string) {
  const [taken] = await tx.$queryRaw<[{ number: number; timeZone: string }]>`
    insert into "InvoiceCounter" as counter ("workspaceId", "last")
    select ${workspaceId}::uuid, coalesce(max("number"), 0) + 1
    from "Invoice" where "workspaceId" = ${workspaceId}::uuid
    on conflict ("workspaceId") do update set "last" = counter."last" + 1
    returning "last" as "number",
      (select "timeZone" from "Workspace" where "id" = counter."workspaceId") as "timeZone"`;
  return taken;
}
