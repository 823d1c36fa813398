import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';
import { cookieOf } from '../support/session';
import { statusOf } from '../support/status';
import { until } from '../support/until';

/** Two instances and this process share one PostgreSQL and its clock. */
let api: Awaited<ReturnType<typeof twoInstances>>;
let origins: string[];
let verbs: typeof import('@/lib/api-keys/rotation/rotate-api-key') &
  typeof import('@/lib/api-keys/rotation/retire-now');

beforeAll(async () => {
  api = await twoInstances();
  ({ origins } = api);
  verbs = {
    ...(await import('@/lib/api-keys/rotation/rotate-api-key')),
    ...(await import('@/lib/api-keys/rotation/retire-now')),
  };
});

afterAll(() => api?.stop());

let requests = 0;

/** On the two instances by turns. Each from another address: so many wrong keys would get 429. */
function ask(secret: string): Promise<number> {
  requests++;
  const address = `10.${(requests >> 16) % 256}.${(requests >> 8) % 256}.${requests % 256}`;
  const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
  return statusOf(`${origins[requests % 2]}/api/me`, headers);
}

/** Free, but for how fast it may ask. */
const makeQuickFree = () =>
  api.makeWorkspace({ plan: { maxActiveApiKeys: 1, requestsPerMinute: 1_000_000 } });

/**
 * Has both instances write what they counted of a key, and all that follows from it: they do so before
 * they show the key to somebody.
 * @returns how many requests are written
 */
async function writeUse(owner: { userId: string }, apiKeyId: string): Promise<number> {
  const headers = { Cookie: await cookieOf(owner.userId) };
  for (const origin of origins) {
    const answer = await fetch(`${origin}/api-keys/${apiKeyId}/watch`, { headers });
    expect(answer.headers.get('content-type')).toContain('text/plain');
  }
  const hours = await api.db.apiKeyUsage.findMany({ where: { apiKeyId } });
  return hours.reduce((sum, { succeeded }) => sum + succeeded, 0);
}

const endOf = (id: string) =>
  api.db.apiKey.findUniqueOrThrow({
    where: { id },
    select: { retiresAt: true, retiresAfterUse: true },
  });

test('with room for one key, a client that switches keys in the middle sees not one 401 in 10,000 requests', async () => {
  const workspace = await makeQuickFree();
  const old = await api.makeApiKey(workspace);
  let secret = old.secret;
  const seen = new Map<number, number>();
  let sent = 0;
  const client = async () => {
    while (sent < 10_000) {
      sent++;
      const status = await ask(secret);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  };
  const clients = Array.from({ length: 16 }, client);
  await until(async () => sent > 3_000);
  const next = await verbs.rotateApiKey(workspace.owner, old.apiKey.id, {});
  await until(async () => sent > 6_000);
  secret = next.secret;
  await Promise.all(clients);
  expect([...seen]).toEqual([[200, 10_000]]);

  await verbs.retireNow(workspace.owner, old.apiKey.id);
  const after = await Promise.all(Array.from({ length: 200 }, () => ask(old.secret)));
  expect(new Set(after)).toEqual(new Set([401]));
  expect(await ask(next.secret)).toBe(200);
});

test('the old key retires to the second on both instances, in a stream of requests', async () => {
  const workspace = await makeQuickFree();
  const old = await api.makeApiKey(workspace);
  const next = await verbs.rotateApiKey(workspace.owner, old.apiKey.id, { retire: '24h' });
  const answers: { status: number; startedAt: number; endedAt: number }[] = [];
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      const startedAt = Date.now();
      const status = await ask(old.secret);
      answers.push({ status, startedAt, endedAt: Date.now() });
    }
  };
  const clients = Array.from({ length: 8 }, client);
  await until(() => answers.length > 50);
  const end = Date.now() + 500;
  await api.db.apiKey.update({
    where: { id: old.apiKey.id },
    data: { retiresAt: new Date(end) },
    select: { id: true },
  });
  // Where writing the end took longer than that, it began to count when it was written.
  const endedAtLast = Math.max(end, Date.now());
  await until(() => answers.filter(({ startedAt }) => startedAt > endedAtLast).length > 50);
  isOver = true;
  await Promise.all(clients);
  const statusesIn = (some: typeof answers) => [...new Set(some.map(({ status }) => status))];
  expect(statusesIn(answers.filter(({ endedAt }) => endedAt < end))).toEqual([200]);
  expect(statusesIn(answers.filter(({ startedAt }) => startedAt > endedAtLast))).toEqual([401]);
  expect(await ask(next.secret)).toBe(200);
});

test('requests with the new key on two instances set the end of the old one once, an hour after the first', async () => {
  const workspace = await makeQuickFree();
  const old = await api.makeApiKey(workspace);
  const next = await verbs.rotateApiKey(workspace.owner, old.apiKey.id, {});
  await Promise.all(Array.from({ length: 20 }, () => ask(old.secret)));
  expect(await writeUse(workspace.owner, old.apiKey.id)).toBe(20);
  expect(await endOf(old.apiKey.id)).toMatchObject({ retiresAfterUse: true });

  const before = Date.now();
  const statuses = await Promise.all(Array.from({ length: 20 }, () => ask(next.secret)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  await until(async () => !(await endOf(old.apiKey.id)).retiresAfterUse);
  const { retiresAt } = await endOf(old.apiKey.id);
  const usedAt = Number(retiresAt) - 3_600_000;
  expect(usedAt).toBeGreaterThanOrEqual(before);
  expect(usedAt).toBeLessThanOrEqual(Date.now());
  await Promise.all(Array.from({ length: 20 }, () => ask(next.secret)));
  expect(await writeUse(workspace.owner, next.apiKey.id)).toBe(40);
  expect((await endOf(old.apiKey.id)).retiresAt).toEqual(retiresAt);
});

test('an instance that is killed before it wrote the first use leaves that to the next one', async () => {
  const workspace = await makeQuickFree();
  const old = await api.makeApiKey(workspace);
  const next = await verbs.rotateApiKey(workspace.owner, old.apiKey.id, {});
  const doomed = await api.startInstance();
  const headers = { Authorization: `Bearer ${next.secret}` };
  expect((await fetch(`${doomed.origin}/api/me`, { headers })).status).toBe(200);
  await doomed.stop('SIGKILL');
  expect(await endOf(old.apiKey.id)).toMatchObject({ retiresAfterUse: true });
  expect(await ask(next.secret)).toBe(200);
  await until(async () => !(await endOf(old.apiKey.id)).retiresAfterUse);
});

test('two tabs on two connections rotate a key at once, and one does', async () => {
  const workspace = await makeQuickFree();
  const { apiKey } = await api.makeApiKey(workspace);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => verbs.rotateApiKey(workspace.owner, apiKey.id, {})),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await api.db.apiKey.count({ where: { workspaceId: workspace.id } })).toBe(2);
});
