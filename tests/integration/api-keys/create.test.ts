import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { db } from '@/lib/database/client';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('the Owner creates a key and gets its plaintext with it', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await createApiKey(workspace.owner, { name: '  Nightly export ' });
  expect(secret).toMatch(/^sk_[0-9a-f]{64}$/);
  expect(apiKey).toMatchObject({
    id: expect.any(String),
    name: 'Nightly export',
    hint: `sk_${secret.slice(3, 7)}…${secret.slice(-4)}`,
    scopes: ['invoices:read', 'invoices:write'],
    createdAt: expect.any(Date),
    workspaceId: workspace.id,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    state: 'active',
  });
});

test('the stored row has the SHA-256 of the whole key and not the key', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const row = await db.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
  expect(Buffer.from(row.hash)).toEqual(createHash('sha256').update(secret).digest());
  expect(row.workspaceId).toBe(workspace.id);
  expect(row.createdById).toBe(workspace.owner.userId);
  expect(JSON.stringify(row)).not.toContain(secret.slice(7, -4));
});

test('the audit log says who created the key and holds no secret', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const events = await db.auditEvent.findMany({ where: { workspaceId: workspace.id } });
  expect(events).toEqual([
    expect.objectContaining({
      action: 'api_key.created',
      userId: workspace.owner.userId,
      apiKeyId: null,
      targetId: apiKey.id,
      details: { name: apiKey.name, hint: apiKey.hint },
    }),
  ]);
  const hash = createHash('sha256').update(secret).digest('hex');
  expect(JSON.stringify(events)).not.toContain(secret.slice(7, -4));
  expect(JSON.stringify(events)).not.toContain(hash);
});

test('a key whose audit event cannot be written is not made', async () => {
  const workspace = await makeWorkspace();
  await db.$executeRawUnsafe(
    `alter table "AuditEvent" add constraint "no_${workspace.id}" check ("workspaceId" <> '${workspace.id}')`,
  );
  await expect(makeApiKey(workspace)).rejects.toThrow();
  expect(await db.apiKey.count({ where: { workspaceId: workspace.id } })).toBe(0);
});
