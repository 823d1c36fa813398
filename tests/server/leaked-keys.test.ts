import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { until } from '../support/until';

/** Two instances that tell all that they do. */
let api: Awaited<ReturnType<typeof startApiServer>>;
let outputs: (() => string)[];
let origins: string[];

beforeAll(async () => {
  api = await startApiServer({ LOG_LEVEL: 'trace', TRUSTED_PROXIES: 'loopback' });
  const servers = [api.server, await api.startInstance()];
  outputs = servers.map(({ output }) => output);
  origins = servers.map(({ origin }) => origin);
});

afterAll(() => api?.stop());

let addresses = 0;
const report = (origin: string | undefined, body: object) =>
  fetch(`${origin}/api/leaked-keys`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `203.0.113.${addresses++ % 200}`,
    },
    body: JSON.stringify(body),
  });

const statusOf = async (origin: string, secret: string) =>
  (await fetch(`${origin}/api/me`, { headers: { Authorization: `Bearer ${secret}` } })).status;

test('keys that are reported to two instances at once are each revoked once', async () => {
  const workspace = await api.makeWorkspace({ plan: 'enterprise' });
  const keys: Awaited<ReturnType<typeof api.makeApiKey>>[] = [];
  for (let count = 0; count < 60; count++) keys.push(await api.makeApiKey(workspace));
  const body = { keys: keys.map(({ secret }) => secret), source_url: 'https://example.com/paste' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => report(origins[index % 2], body)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
  await until(async () => (await api.db.job.count({ where: { kind: 'leak_report' } })) === 0);

  for (const { secret } of [keys[0], keys[59]].flatMap((key) => key ?? [])) {
    for (const origin of origins) expect(await statusOf(origin, secret)).toBe(401);
  }
  const revoked = { workspaceId: workspace.id, revokedAt: { not: null } };
  expect(await api.db.apiKey.count({ where: revoked })).toBe(60);
  const acts = await api.db.auditEvent.findMany({
    where: { workspaceId: workspace.id, action: 'api_key.reported' },
    select: { targetId: true },
  });
  expect(new Set(acts.map(({ targetId }) => targetId)).size).toBe(60);
  expect(acts).toHaveLength(60);
});

test('no reported text is in a log, nor where it was found', async () => {
  const workspace = await api.makeWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace);
  await report(origins[0], { keys: [secret, 'hunter2'], source_url: 'https://example.com/found' });
  await report(origins[1], { keys: [secret, 7], source_url: secret });
  await until(() => outputs.some((output) => output().includes(apiKey.id)));
  await until(async () => (await api.db.job.count({ where: { kind: 'leak_report' } })) === 0);
  for (const output of outputs) {
    expect(output()).toContain('/api/leaked-keys');
    expect(output()).not.toMatch(/sk_[0-9a-f]{4}|hunter2|example\.com/);
    expect(output()).not.toContain(secret.slice(3));
  }
});
