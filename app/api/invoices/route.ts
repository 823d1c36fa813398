import { invoiceBody } from '@/lib/api/invoice-body';
import { pageBody } from '@/lib/api/pagination';
import { queryObject } from '@/lib/api/query';
import { route } from '@/lib/api/route';
import { withApiKey } from '@/lib/api/with-api-key';
import { listInvoices } from '@/lib/invoices/list-invoices';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: withApiKey(async ({ actor, url, headers }) => {
    const { invoices, nextCursor } = await listInvoices(actor, queryObject(url.searchParams));
    return pageBody(invoices.map(invoiceBody), nextCursor, url, headers);
  }),
});
