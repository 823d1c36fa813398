import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { voidInvoice } from '@/lib/invoices/change/settle-invoice';
import {
  invoiceWithLinesBody,
  invoiceWithLinesSchema,
  voidExample,
} from '@/lib/invoices/model/wire';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/invoices/{id}/void', {
  POST: endpoint({
    operationId: 'voidInvoice',
    summary: 'Void an invoice',
    description: 'Cancels an open invoice. It keeps its number.',
    scope: 'invoices:write',
    answer: invoiceWithLinesSchema,
    example: voidExample,
    errors: ['invoice_not_editable'],
    etag: true,
    handle: async ({ actor, params, preconditions }) =>
      invoiceWithLinesBody(await voidInvoice(actor, params.id, preconditions)),
  }),
});
