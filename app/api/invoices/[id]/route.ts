import { invoiceBody, invoiceLineBody } from '@/lib/api/invoice-body';
import { route } from '@/lib/api/route';
import { withApiKey } from '@/lib/api/with-api-key';
import { getInvoice } from '@/lib/invoices/get-invoice';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: withApiKey(async ({ actor, params }) => {
    const { lines, ...invoice } = await getInvoice(actor, params.id);
    return { ...invoiceBody(invoice), lines: lines.map(invoiceLineBody) };
  }),
});
