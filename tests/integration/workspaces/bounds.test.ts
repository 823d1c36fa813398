import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { db } from '@/lib/database/client';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { renameWorkspace } from '@/lib/workspaces/workspace/rename-workspace';
import { makePerson, signIn } from '../../support/person';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const throttled = { code: 'rate_limited' };

/** Keys that were created and revoked. */
const spend = ({ id: workspaceId }: TestWorkspace, count: number, createdAt = new Date()) =>
  db.apiKey.createMany({
    data: Array.from({ length: count }, () => ({
      workspaceId,
      name: 'Spent',
      hash: randomBytes(32),
      hint: 'sk_0000…0000',
      createdAt,
      revokedAt: createdAt,
    })),
  });

test('creating and revoking in a loop comes to an end, for an hour', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const spentAt = Date.now();
  await spend(workspace, 99, new Date(spentAt));
  const { apiKey } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  const waitAt = (now: number) => Math.ceil((spentAt + 3_600_000 - now) / 1_000);
  const before = Date.now();
  const { details } = await makeApiKey(workspace).catch((error) => error);
  expect(details.retryAfter).toBeGreaterThanOrEqual(waitAt(Date.now() + 1));
  expect(details.retryAfter).toBeLessThanOrEqual(waitAt(before));
});

test('an Owner on Enterprise creates 600 keys in an hour, and more', async () => {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  await spend(workspace, 999);
  await makeApiKey(workspace);
  await expect(makeApiKey(workspace)).rejects.toMatchObject(throttled);
});

test('keys of an hour ago are forgotten', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await spend(workspace, 200, new Date(Date.now() - 3_600_000));
  await makeApiKey(workspace);
});

test('nobody renames a workspace, or themselves, without end', async () => {
  const { owner } = await makeWorkspace();
  const { session } = await signIn((await makePerson()).id);
  for (let times = 0; times < 20; times++) {
    await renameWorkspace(owner, { name: `Name ${times}` });
    await updateProfile(session, { name: `Name ${times}` });
  }
  await expect(renameWorkspace(owner, { name: 'Once more' })).rejects.toMatchObject(throttled);
  await expect(updateProfile(session, { name: 'Once more' })).rejects.toMatchObject(throttled);
  await updateProfile(session, { language: 'es' });
});
