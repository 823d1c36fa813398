import { type MinorUnits, minorUnits } from '@/lib/money/minor-units';
import type { Prisma } from '@/prisma/generated/client';
import { writeNumber } from './number';
import type { INVOICE_STATUSES } from './schema';

export const invoiceColumns = {
  id: true,
  number: true,
  status: true,
  customer: true,
  reference: true,
  currency: true,
  total: true,
  issuedOn: true,
  dueOn: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.InvoiceSelect;

export const invoiceLineColumns = {
  description: true,
  quantity: true,
  unitAmount: true,
  amount: true,
} satisfies Prisma.InvoiceLineSelect;

type Row = Prisma.InvoiceGetPayload<{ select: typeof invoiceColumns }>;
type LineRow = Prisma.InvoiceLineGetPayload<{ select: typeof invoiceLineColumns }>;

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** Money is in minor units of `currency` (ISO 4217). */
export type Invoice = {
  id: string;
  /** `INV-000042`, or null for a draft */
  number: string | null;
  status: InvoiceStatus;
  customer: string;
  /** the caller's own name for it */
  reference: string | null;
  currency: string;
  total: MinorUnits;
  /** `YYYY-MM-DD` */
  issuedOn: string | null;
  dueOn: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type InvoiceLine = {
  description: string;
  quantity: number;
  unitAmount: MinorUnits;
  amount: MinorUnits;
};

export type InvoiceWithLines = Invoice & { lines: InvoiceLine[] };

export function toInvoice(row: Row): Invoice {
  return {
    ...row,
    number: row.number === null ? null : writeNumber(row.number),
    status: row.status.toLowerCase() as InvoiceStatus,
    total: minorUnits(row.total),
    issuedOn: toDay(row.issuedOn),
    dueOn: toDay(row.dueOn),
  };
}

export function toInvoiceLine(row: LineRow): InvoiceLine {
  return { ...row, unitAmount: minorUnits(row.unitAmount), amount: minorUnits(row.amount) };
}

function toDay(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}
