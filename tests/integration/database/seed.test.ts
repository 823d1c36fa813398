import { expect, test } from 'vitest';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { stateOf } from '@/lib/api-keys/model/state';
import { endedButTried } from '@/lib/api-keys/read/ended-but-tried';
import { totalOf } from '@/lib/api-keys/usage/counts';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@/lib/facts/demo-people.mjs';
import { seedDemo } from '@/prisma/seed';
import { checkPassword } from '../../support/person';
import { usageOf } from '../../support/usage';

test('the demo has the workspaces, plans, people and invoices of the design', async () => {
  await seedDemo(db);
  const workspaces = await db.workspace.findMany({
    orderBy: { createdAt: 'asc' },
    select: {
      name: true,
      owner: { select: { email: true } },
      plan: { select: { name: true, features: true, maxActiveApiKeys: true } },
      memberships: { select: { role: true, user: { select: { email: true } } } },
      _count: { select: { invoices: true, apiKeys: true } },
    },
  });
  const summary = workspaces.map(({ name, owner, plan, memberships }) => ({
    name,
    plan: plan.name,
    owner: owner.email,
    members: memberships.map(({ role, user }) => `${user.email} ${role}`).sort(),
  }));
  expect(summary.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    {
      name: 'Acme',
      plan: 'Pro',
      owner: 'owner@acme.test',
      members: ['admin@acme.test ADMIN', 'owner@acme.test ADMIN', 'user@acme.test USER'],
    },
    {
      name: 'Globex',
      plan: 'Starter',
      owner: 'owner@globex.test',
      members: ['owner@acme.test ADMIN', 'owner@globex.test ADMIN'],
    },
    {
      name: 'Hooli',
      plan: 'Legacy',
      owner: 'owner@hooli.test',
      members: ['owner@hooli.test ADMIN'],
    },
    {
      name: 'Initech',
      plan: 'Free',
      owner: 'owner@initech.test',
      members: ['owner@initech.test ADMIN'],
    },
    {
      name: 'Umbrella',
      plan: 'Enterprise',
      owner: 'owner@umbrella.test',
      members: ['owner@umbrella.test ADMIN'],
    },
  ]);

  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  const invoices = (name: string) => byName.get(name)?._count.invoices;
  expect(invoices('Acme')).toBeGreaterThanOrEqual(120);
  expect(invoices('Globex')).toBeGreaterThan(0);
  expect(invoices('Initech')).toBeGreaterThan(0);
  expect(byName.get('Hooli')?.plan).toMatchObject({ features: [], maxActiveApiKeys: 5 });
  const withKeys = workspaces.filter(({ _count }) => _count.apiKeys > 0);
  expect(withKeys.map(({ name }) => name)).toEqual(['Acme']);

  for (const { email, role, workspace, plan } of DEMO_PEOPLE) {
    expect(await checkPassword({ email, password: DEMO_PASSWORD })).not.toBeNull();
    const asMember = `${email} ${role === 'OWNER' ? 'ADMIN' : role}`;
    expect(summary).toContainEqual(
      expect.objectContaining({
        name: workspace,
        plan,
        members: expect.arrayContaining([asMember]),
        owner: role === 'OWNER' ? email : expect.not.stringMatching(email),
      }),
    );
  }

  const wrongTotals = await db.$queryRaw`
    select i.id from "Invoice" i join "InvoiceLine" l on l."invoiceId" = i.id group by i.id
    having i.total <> sum(l.amount) or bool_or(l.amount <> l.quantity * l."unitAmount")`;
  expect(wrongTotals).toEqual([]);
});

test('Acme has keys of every kind with use that agrees with itself, and room for eight more', async () => {
  const acme = await db.workspace.findFirstOrThrow({ where: { name: 'Acme' } });
  const { id: workspaceId, ownerId: userId } = acme;
  const owner = { kind: 'member', userId, workspaceId, role: 'ADMIN', isOwner: true } as const;
  expect(await getApiKeyQuota(owner)).toMatchObject({ limit: 20, active: 11 });
  const now = await databaseNow();
  const keys = await db.apiKey.findMany({ where: { workspaceId } });
  const states = keys.map((key) => stateOf(key, now));
  expect(new Set(states)).toEqual(new Set(['active', 'rotating', 'revoked']));
  expect(keys.some(({ lastUsedAt }) => lastUsedAt === null)).toBe(true);
  const idle = now.getTime() - 90 * 86_400_000;
  expect(keys.some(({ lastUsedAt }) => lastUsedAt && lastUsedAt.getTime() < idle)).toBe(true);

  for (const { id, lastUsedAt, revokedAt } of keys) {
    const { buckets, clients, recent } = await usageOf(owner, id, 'month');
    const total = buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0);
    expect(total).toBe(clients.reduce((sum, client) => sum + client.requests, 0));
    if (recent.length === 0) continue;
    expect(recent).toHaveLength(50);
    expect(recent[0]?.at).toEqual(revokedAt ? expect.any(Date) : lastUsedAt);
  }
  expect(await endedButTried(owner)).toEqual([expect.objectContaining({ name: 'Retired ERP' })]);
});
