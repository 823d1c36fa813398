/** Its client checks with zod what is sent and what is answered. */
import { authorization, invoice, origin, tell } from './amounts.js';
import { createClient } from './made/hey-api/client/index.js';
import { createInvoice, getInvoice, listInvoices } from './made/hey-api/index.js';

const anyone = createClient({ baseUrl: origin });
const client = createClient({ baseUrl: origin, headers: { Authorization: authorization } });

const created = await createInvoice({ client, body: invoice });
if (!created.data) throw new Error(JSON.stringify(created.error));
const read = await getInvoice({ client, path: { id: created.data.id } });
const refused = await listInvoices({ client: anyone });
if (!refused.error) throw new Error('no key opened the list');

tell(read.data?.lines[0]?.unit_amount, [refused.error.status, refused.error.code]);
