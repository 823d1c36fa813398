import { z } from 'zod';
import { etagOf } from '@/lib/etag';
import { minorUnits, minorUnitsSchema } from '@/lib/money/minor-units';
import type { Invoice, InvoiceLine, InvoiceWithLines } from './invoice';
import { invoiceStatus } from './schema';

const LINE = {
  description: 'Consulting hours',
  quantity: 3,
  unit_amount: minorUnits(12_500n),
  amount: minorUnits(37_500n),
};
const OPEN = {
  id: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
  number: 'INV-000042',
  status: 'open',
  customer: 'Northwind Traders',
  reference: 'order-4711',
  currency: 'EUR',
  total: LINE.amount,
  issued_on: '2027-01-01',
  due_on: '2027-01-31',
  created_at: '2027-01-01T09:30:00.000Z',
  updated_at: '2027-01-01T09:31:00.000Z',
} as const;

/** An invoice as the API sends it: names in snake_case, times in RFC 3339 UTC. */
export const invoiceSchema = z
  .strictObject({
    id: z.uuid().meta({ example: OPEN.id }),
    number: z.string().nullable().meta({
      description: 'Assigned when the invoice is finalized; null for a draft.',
      example: OPEN.number,
    }),
    status: invoiceStatus.meta({ example: OPEN.status }),
    customer: z.string().meta({ example: OPEN.customer }),
    reference: z
      .string()
      .nullable()
      .meta({ description: 'Your own name for the invoice, or null.', example: OPEN.reference }),
    currency: z.string().meta({ description: 'ISO 4217 code.', example: OPEN.currency }),
    total: minorUnitsSchema.meta({
      description: 'Sum of the lines, in the smallest unit of the currency, such as cents.',
      minimum: 0,
      example: OPEN.total,
    }),
    issued_on: z.iso.date().nullable().meta({
      description:
        "The day of issue: as it was given or, otherwise, the day in the workspace's own time zone on which the invoice was finalized; null for a draft that was given none.",
      example: OPEN.issued_on,
    }),
    due_on: z.iso.date().nullable().meta({ example: OPEN.due_on }),
    created_at: z.iso.datetime().meta({ example: OPEN.created_at }),
    updated_at: z.iso.datetime().meta({ example: OPEN.updated_at }),
  })
  .meta({ id: 'Invoice' });

const invoiceLineSchema = z
  .strictObject({
    description: z.string().meta({ example: LINE.description }),
    quantity: z.int().min(1).meta({ example: LINE.quantity }),
    unit_amount: minorUnitsSchema.meta({
      description: 'Price of one, in the smallest unit of the currency.',
      example: LINE.unit_amount,
    }),
    amount: minorUnitsSchema.meta({
      description: '`quantity` times `unit_amount`.',
      example: LINE.amount,
    }),
  })
  .meta({ id: 'InvoiceLine' });

export const invoiceWithLinesSchema = z
  .strictObject({ ...invoiceSchema.shape, lines: z.array(invoiceLineSchema) })
  .meta({ id: 'InvoiceWithLines' });

const example = { ...OPEN, lines: [LINE] };

/** The schema's own example is an open invoice; these have other statuses. */
export const draftExample = {
  ...example,
  number: null,
  status: 'draft',
  reference: null,
  issued_on: null,
} as const;
export const paidExample = { ...example, status: 'paid' } as const;
export const voidExample = { ...example, status: 'void' } as const;

export function invoiceBody(invoice: Invoice): z.input<typeof invoiceSchema> {
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status,
    customer: invoice.customer,
    reference: invoice.reference,
    currency: invoice.currency,
    total: invoice.total,
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    created_at: invoice.createdAt.toISOString(),
    updated_at: invoice.updatedAt.toISOString(),
  };
}

export function invoiceWithLinesBody({
  lines,
  ...invoice
}: InvoiceWithLines): z.input<typeof invoiceWithLinesSchema> {
  return { ...invoiceBody(invoice), lines: lines.map(invoiceLineBody) };
}

/** The ETag of an invoice: of its body, which is the same text wherever it is sent. */
export function invoiceEtag(invoice: InvoiceWithLines): string {
  return etagOf(JSON.stringify(invoiceWithLinesBody(invoice)));
}

function invoiceLineBody({ description, quantity, unitAmount, amount }: InvoiceLine) {
  return { description, quantity, unit_amount: unitAmount, amount };
}
