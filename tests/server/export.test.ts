import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';

let api: Awaited<ReturnType<typeof startApiServer>>;

beforeAll(async () => {
  api = await startApiServer();
});

afterAll(() => api?.stop());

/** What the browser of somebody who is signed in sends. */
async function cookieOf(userId: string): Promise<string> {
  const { startSession } = await import('@/lib/identity/sessions/sessions');
  const { SESSION_COOKIE } = await import('@/lib/identity/sessions/cookies');
  const { sessionSecret } = await import('@/lib/identity/sessions/session-secret');
  const token = { sessionId: await startSession(userId) };
  return `${SESSION_COOKIE}=${await encode({ token, secret: sessionSecret() })}`;
}

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
  const answer = await fetch(`${api.server.origin}/api-keys/export?format=json&sort=created_at`, {
    headers,
    redirect: 'error',
  });
  const exported = (await answer.json()) as { name: string }[];
  expect(exported.map(({ name }) => name).toSorted()).toEqual(many.toSorted());
});
