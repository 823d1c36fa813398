/** What an integrator would write with the types that openapi-typescript makes of our document. */
import createClient from 'openapi-fetch';
import type { paths } from './made/openapi-typescript.js';

const client = createClient<paths>({
  baseUrl: String(process.env.ZENDRHAX_URL),
  headers: { Authorization: `Bearer ${process.env.ZENDRHAX_API_KEY}` },
});

const created = await client.POST('/api/invoices', {
  params: { header: { 'Idempotency-Key': 'order-17' } },
  body: {
    customer: 'Northwind Traders',
    currency: 'EUR',
    lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12500 }],
  },
});
if (created.error) throw new Error(created.error.detail);

const path = { id: created.data.id };
const finalized = await client.POST('/api/invoices/{id}/finalize', { params: { path } });
const paid = await client.POST('/api/invoices/{id}/pay', { params: { path } });
if (paid.error) throw new Error(paid.error.detail);

const list = await client.GET('/api/invoices', { params: { query: { status: 'paid', limit: 5 } } });
const total: number | undefined = list.data?.data[0]?.total;
const again = await client.POST('/api/invoices/{id}/pay', { params: { path } });

console.log(
  JSON.stringify({
    number: finalized.data?.number,
    status: paid.data.status,
    total,
    refusal: again.error?.code,
  }),
);
