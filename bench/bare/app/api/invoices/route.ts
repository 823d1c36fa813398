import { pageBody } from '@/lib/api/pagination';
import { queryObject } from '@/lib/api/query';
import { listInvoices } from '@/lib/invoices/list-invoices';
import { invoiceBody } from '@/lib/invoices/wire';

const actor = {
  kind: 'member',
  userId: String(process.env.BENCH_USER),
  workspaceId: String(process.env.BENCH_WORKSPACE),
  role: 'ADMIN',
  isOwner: true,
} as const;

/** The product's list of invoices, same query and same body, for whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { invoices, nextCursor } = await listInvoices(actor, queryObject(url.searchParams));
  const headers = new Headers();
  return Response.json(pageBody(invoices.map(invoiceBody), nextCursor, url, headers), { headers });
}
