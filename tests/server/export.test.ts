import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';
import { cookieOf } from '../support/session';

let api: Awaited<ReturnType<typeof twoInstances>>;

beforeAll(async () => {
  api = await twoInstances();
});

afterAll(() => api?.stop());

test('an export has every key of many, each once', async () => {
  const { id: workspaceId, owner } = await api.makeWorkspace({ plan: 'enterprise' });
  // More than two pages of the export, some of them of the same moment.
  const many = Array.from({ length: 450 }, (_, index) => `Key ${index}.`);
  await api.db.apiKey.createMany({
    data: many.map((name, index) => ({
      workspaceId,
      name,
      hint: 'sk_0000…0000',
      hash: randomBytes(32),
      scopes: ['invoices:read'],
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(index / 3))),
    })),
  });
  const headers = { Cookie: await cookieOf(owner.userId) };
  const answer = await fetch(`${api.origins[0]}/api-keys/export?format=json&sort=created_at`, {
    headers,
    redirect: 'error',
  });
  const exported = (await answer.json()) as { name: string }[];
  expect(exported.map(({ name }) => name).toSorted()).toEqual(many.toSorted());
});
