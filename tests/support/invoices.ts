import { db } from '@/lib/database/client';
import type { Prisma } from '@/prisma/generated/client';

type Given = Partial<Prisma.InvoiceUncheckedCreateInput>;

/** A draft with one line; whatever is given replaces a part of it. */
export async function makeInvoice(workspaceId: string, given: Given = {}): Promise<string> {
  const { id } = await db.invoice.create({
    data: {
      workspaceId,
      customer: 'Northwind Traders',
      currency: 'EUR',
      total: 9_800n,
      lines: {
        create: {
          position: 0,
          description: 'Support plan',
          quantity: 2,
          unitAmount: 4_900n,
          amount: 9_800n,
        },
      },
      ...given,
    },
    select: { id: true },
  });
  return id;
}

/** Many drafts without lines, three of them always made in the same millisecond. */
export async function makeInvoices(workspaceId: string, count: number): Promise<void> {
  const begin = Date.UTC(2026, 0, 1);
  await db.invoice.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId,
      customer: `Customer ${index}`,
      currency: 'EUR',
      total: BigInt(index),
      createdAt: new Date(begin + Math.floor(index / 3) * 60_000),
    })),
  });
}
