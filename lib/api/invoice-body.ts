import { z } from 'zod';
import type { Invoice, InvoiceLine, InvoiceWithLines } from '@/lib/invoices/invoice';
import { INVOICE_STATUSES } from '@/lib/invoices/schema';

const EXAMPLE_ID = '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60';

/** An invoice as the API sends it: names in snake_case, times in RFC 3339 UTC. */
export const invoiceSchema = z
  .strictObject({
    id: z.uuid().meta({ example: EXAMPLE_ID }),
    number: z.string().nullable().meta({
      description: 'Given when the invoice is finalized; null for a draft.',
      example: 'INV-000042',
    }),
    status: z.enum(INVOICE_STATUSES).meta({ example: 'open' }),
    customer: z.string().meta({ example: 'Northwind Traders' }),
    currency: z.string().meta({ description: 'ISO 4217 code.', example: 'EUR' }),
    total: z.int().meta({
      description: 'Sum of the lines, in minor units of the currency.',
      example: 37500,
    }),
    issued_on: z.iso.date().nullable().meta({ example: '2027-01-01' }),
    due_on: z.iso.date().nullable().meta({ example: '2027-01-31' }),
    created_at: z.iso.datetime().meta({ example: '2027-01-01T09:30:00.000Z' }),
    updated_at: z.iso.datetime().meta({ example: '2027-01-01T09:31:00.000Z' }),
  })
  .meta({ id: 'Invoice' });

const invoiceLineSchema = z
  .strictObject({
    description: z.string().meta({ example: 'Consulting hours' }),
    quantity: z.int().meta({ example: 3 }),
    unit_amount: z.int().meta({ description: 'Minor units.', example: 12500 }),
    amount: z.int().meta({ description: 'Quantity times unit amount.', example: 37500 }),
  })
  .meta({ id: 'InvoiceLine' });

export const invoiceWithLinesSchema = z
  .strictObject({ ...invoiceSchema.shape, lines: z.array(invoiceLineSchema) })
  .meta({ id: 'InvoiceWithLines' });

export function invoiceBody(invoice: Invoice): z.input<typeof invoiceSchema> {
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status,
    customer: invoice.customer,
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

function invoiceLineBody({ description, quantity, unitAmount, amount }: InvoiceLine) {
  return { description, quantity, unit_amount: unitAmount, amount };
}
