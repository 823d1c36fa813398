import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { payInvoice } from '@/lib/invoices/change/settle-invoice';
import {
  invoiceWithLinesBody,
  invoiceWithLinesSchema,
  paidExample,
} from '@/lib/invoices/model/wire';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/invoices/{id}/pay', {
  POST: endpoint({
    operationId: 'payInvoice',
    summary: 'Mark an invoice as paid',
    description: 'Only an open invoice can be paid.',
    scope: 'invoices:write',
    answer: invoiceWithLinesSchema,
    example: paidExample,
    errors: ['invoice_not_editable'],
    etag: true,
    handle: async ({ actor, params, preconditions }) =>
      invoiceWithLinesBody(await payInvoice(actor, params.id, preconditions)),
  }),
});
