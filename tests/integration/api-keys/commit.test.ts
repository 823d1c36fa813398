import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('a key that cannot be committed leaves no audit event', async () => {
  const workspace = await makeWorkspace();
  await db.$executeRaw`
    alter table "ApiKey" add constraint "named_like_a_user" foreign key ("name")
      references "User" ("email") deferrable initially deferred not valid`;
  await expect(makeApiKey(workspace)).rejects.toThrow();
  expect(await db.apiKey.count({ where: { workspaceId: workspace.id } })).toBe(0);
  expect(await db.auditEvent.count({ where: { workspaceId: workspace.id } })).toBe(0);
});
