import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { deleteInvoice } from '@/lib/invoices/change/delete-invoice';
import { updateInvoice } from '@/lib/invoices/change/update-invoice';
import { invoiceChanges } from '@/lib/invoices/model/schema';
import {
  draftExample,
  invoiceWithLinesBody,
  invoiceWithLinesSchema,
} from '@/lib/invoices/model/wire';
import { getInvoice } from '@/lib/invoices/read/get-invoice';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/invoices/{id}', {
  GET: endpoint({
    operationId: 'getInvoice',
    summary: 'Get an invoice',
    description: 'One invoice, with its lines in order.',
    scope: 'invoices:read',
    answer: invoiceWithLinesSchema,
    etag: true,
    handle: async ({ actor, params }) => invoiceWithLinesBody(await getInvoice(actor, params.id)),
  }),
  PATCH: endpoint({
    operationId: 'updateInvoice',
    summary: 'Change a draft',
    description: 'Fields that you leave out stay as they are. `lines` replaces all lines.',
    scope: 'invoices:write',
    body: invoiceChanges,
    answer: invoiceWithLinesSchema,
    example: draftExample,
    errors: ['invoice_not_editable', 'reference_in_use'],
    etag: true,
    handle: async ({ actor, params, body, preconditions }) =>
      invoiceWithLinesBody(await updateInvoice(actor, params.id, body, preconditions)),
  }),
  DELETE: endpoint({
    operationId: 'deleteInvoice',
    summary: 'Delete a draft',
    description: 'This cannot be undone. A finalized invoice cannot be deleted: void it instead.',
    scope: 'invoices:write',
    status: 204,
    errors: ['invoice_not_editable'],
    etag: true,
    handle: ({ actor, params, preconditions }) => deleteInvoice(actor, params.id, preconditions),
  }),
});
