import type { Invoice, InvoiceLine } from '@/lib/invoices/invoice';

/** An invoice as the API sends it: names in snake_case, times in RFC 3339 UTC. */
export function invoiceBody(invoice: Invoice) {
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status,
    customer: invoice.customer,
    currency: invoice.currency,
    total: invoice.total,
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    created_at: invoice.createdAt,
    updated_at: invoice.updatedAt,
  };
}

export function invoiceLineBody({ description, quantity, unitAmount, amount }: InvoiceLine) {
  return { description, quantity, unit_amount: unitAmount, amount };
}
