import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { checkRefused } from '@/lib/api-keys/read/check-refused';
import { momentOf } from '../../support/moment';
import { makeApiKey, makeMember, makeWorkspace } from '../../support/workspace';

test('what is said of a key is what its next request meets', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  expect(await checkRefused(workspace.owner, apiKey.id)).toMatchObject({ isRefused: false });
  await revokeApiKey(workspace.owner, apiKey.id);
  const { result, isAfter } = await momentOf(() => checkRefused(workspace.owner, apiKey.id));
  expect(result).toEqual({ isRefused: true, at: expect.toSatisfy(isAfter(0)) });
});

test('only the Owner can check, and only keys of the workspace', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const { apiKey: foreign } = await makeApiKey(await makeWorkspace());
  const admin = await makeMember(workspace, 'ADMIN');
  await expect(checkRefused(admin, apiKey.id)).rejects.toMatchObject({ code: 'owner_required' });
  for (const id of [foreign.id, randomUUID(), 'x']) {
    const refusal = checkRefused(workspace.owner, id);
    await expect(refusal).rejects.toMatchObject({ code: 'not_found' });
  }
});
