/** Does what the log must know of, and prints nothing but the log. */
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { inTransaction } from '@/lib/database/transaction';
import { makeMember, makeWorkspace } from './workspace';

const workspace = await makeWorkspace({ plan: 'free' });
const { owner } = workspace;
const { apiKey } = await createApiKey(owner, { name: 'Nightly export' });
await createApiKey(owner, { name: 'One too many' }).catch(() => {});
await revokeApiKey(owner, apiKey.id);
await createApiKey(await makeMember(workspace, 'ADMIN'), { name: 'Not mine' }).catch(() => {});
const without = await makeWorkspace({ plan: { features: [] } });
await createApiKey(without.owner, { name: 'No feature' }).catch(() => {});
await inTransaction(async () => {
  await createApiKey(owner, { name: 'Rolled back' });
  throw new Error('as if the power had gone');
}).catch(() => {});
process.exit(0);
