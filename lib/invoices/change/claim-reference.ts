import type { Actor } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Holds a reference of the workspace until the transaction ends, so that of two invoices that want
 * it one gets it. Call it before the transaction holds anything else.
 * @param owner the invoice that may have it already
 * @throws AppError `reference_in_use` with the invoice that has it
 */
export async function claimReference(
  tx: Prisma.TransactionClient,
  { workspaceId }: Actor,
  reference: string,
  owner?: string,
): Promise<void> {
  const what = `reference ${workspaceId} ${reference}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`;
  const where = { workspaceId, reference };
  const found = await tx.invoice.findFirst({ where, select: { id: true } });
  if (found && found.id !== owner) {
    throw new AppError('reference_in_use', { invoiceId: found.id });
  }
}
