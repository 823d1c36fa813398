import { endpoint } from '@/lib/api/endpoint/endpoint';
import { pageBody, pageOf } from '@/lib/api/endpoint/pagination';
import { route } from '@/lib/api/endpoint/route';
import { env } from '@/lib/env';
import { createInvoice } from '@/lib/invoices/change/create-invoice';
import { invoiceInput } from '@/lib/invoices/model/schema';
import {
  draftExample,
  invoiceBody,
  invoiceSchema,
  invoiceWithLinesBody,
  invoiceWithLinesSchema,
} from '@/lib/invoices/model/wire';
import { listInvoices } from '@/lib/invoices/read/list-invoices';
import { listInvoicesQuery } from '@/lib/invoices/read/list-query';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/invoices', {
  GET: endpoint({
    operationId: 'listInvoices',
    summary: 'List invoices',
    description:
      'A page of invoices without their lines, newest first unless `sort` says otherwise.',
    scope: 'invoices:read',
    query: listInvoicesQuery,
    answer: pageOf(invoiceSchema).meta({ id: 'InvoicePage' }),
    handle: async ({ actor, query, target, headers }) => {
      const { invoices, nextCursor } = await listInvoices(actor, query);
      return pageBody(invoices.map(invoiceBody), nextCursor, target, headers);
    },
  }),
  POST: endpoint({
    operationId: 'createInvoice',
    summary: 'Create an invoice',
    description: 'Creates a draft, which can be changed and deleted until it is finalized.',
    scope: 'invoices:write',
    body: invoiceInput,
    status: 201,
    answer: invoiceWithLinesSchema,
    example: draftExample,
    errors: ['reference_in_use'],
    etag: true,
    handle: async ({ actor, body, headers }) => {
      const invoice = await createInvoice(actor, body);
      headers.set('Location', `${env.NEXTAUTH_URL}/api/invoices/${invoice.id}`);
      return invoiceWithLinesBody(invoice);
    },
  }),
});
