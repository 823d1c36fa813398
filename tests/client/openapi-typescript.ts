import createClient from 'openapi-fetch';
import { authorization, invoice, origin, tell } from './amounts.js';
import type { paths } from './made/openapi-typescript.js';

const client = createClient<paths>({ baseUrl: origin });
const headers = { Authorization: authorization };

const created = await client.POST('/api/invoices', { headers, body: invoice });
if (created.error) throw new Error(created.error.detail);
const path = { id: created.data.id };
const read = await client.GET('/api/invoices/{id}', { headers, params: { path } });
const refused = await client.GET('/api/invoices');
if (!refused.error) throw new Error('no key opened the list');

tell(read.data?.lines[0]?.unit_amount, [refused.error.status, refused.error.code]);
