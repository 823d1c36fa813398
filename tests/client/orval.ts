import { authorization, invoice, tell } from './amounts.js';
import { createInvoice, getInvoice, listInvoices } from './made/orval.js';

const headers = { Authorization: authorization };

const created = await createInvoice(invoice, { headers });
if (created.status !== 201) throw new Error(created.data.detail);
const read = await getInvoice(created.data.id, { headers });
if (read.status !== 200) throw new Error(String(read.status));
const refused = await listInvoices();
if (refused.status !== 401) throw new Error('no key opened the list');

tell(read.data.lines[0]?.unit_amount, [refused.data.status, refused.data.code]);
