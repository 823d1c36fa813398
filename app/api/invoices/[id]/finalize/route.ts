import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { finalizeInvoice } from '@/lib/invoices/change/finalize-invoice';
import { invoiceWithLinesBody, invoiceWithLinesSchema } from '@/lib/invoices/model/wire';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  '/api/invoices/{id}/finalize',
  {
    POST: endpoint({
      operationId: 'finalizeInvoice',
      summary: 'Finalize a draft',
      description:
        "Gives the invoice its number and, unless it has one, its day of issue: today in the workspace's own time zone. After that it cannot be changed.",
      scope: 'invoices:write',
      answer: invoiceWithLinesSchema,
      errors: ['invoice_not_editable'],
      etag: true,
      handle: async ({ actor, params, preconditions }) =>
        invoiceWithLinesBody(await finalizeInvoice(actor, params.id, preconditions)),
    }),
  },
);
