import pg from 'pg';
import { expect, test, vi } from 'vitest';
import type { Member } from '@/lib/actor';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { hasLeaked } from '@/lib/api-keys/read/has-leaked';
import { readUsage } from '@/lib/api-keys/read/read-usage';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { findSession } from '@/lib/identity/sessions/find-session';
import { listMembers } from '@/lib/workspaces/members/list-members';
import { signIn } from '@/tests/support/person';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

/** How many statements PostgreSQL is sent meanwhile, connections being open. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await work();
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
}

/** What the page of a key asks: app/(workspace)/api-keys/[id]/page.tsx. */
async function readPage(owner: Member, sessionId: string, id: string): Promise<void> {
  await findSession(sessionId);
  const apiKey = await getApiKey(owner, id);
  for (const key of [apiKey, apiKey.replaces, apiKey.replacedBy]) {
    if (key) await readUsage(key, 'day');
  }
  await hasLeaked(apiKey);
  await listMembers(owner);
}

test('the page of a key in rotation asks as few questions as it can', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const { sessionId } = await signIn(owner.userId);
  const { apiKey: old } = await makeApiKey(workspace);
  await nameHolder(owner, old.id, { holder: owner.userId });
  const { apiKey: next } = await rotateApiKey(owner, old.id, { retire: '24h' });
  for (const { id } of [old, next]) use(id);
  await flushUsage();
  expect(await statementsOf(() => readPage(owner, sessionId, old.id))).toBe(25);
  expect(await statementsOf(() => readPage(owner, sessionId, next.id))).toBeLessThanOrEqual(25);
});
