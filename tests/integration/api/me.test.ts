import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('a key learns about itself and its workspace, and nothing else', async () => {
  const workspace = await makeWorkspace({ plan: 'starter' });
  const { apiKey, secret } = await makeApiKey(workspace, { expiresInDays: 30 });
  const answer = await send('/api/me', { key: secret });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
  const members = {
    id: apiKey.id,
    name: apiKey.name,
    hint: apiKey.hint,
    scopes: ['invoices:read', 'invoices:write'],
    expires_at: apiKey.expiresAt?.toISOString(),
    workspace: { id: workspace.id, name: workspace.name, plan: 'starter' },
  };
  expect(await answer.text()).toBe(JSON.stringify(members));
});

test('a key that never expires says null, and no answer to it says when it expires', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  const answer = await send('/api/me', { key: secret });
  expect(answer.headers.has('X-Api-Key-Expires-At')).toBe(false);
  expect(await bodyOf(answer)).toMatchObject({ expires_at: null });
});

test('every answer to a key that expires says when, refusals included', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 5 } });
  const { apiKey, secret: key } = await makeApiKey(workspace, {
    expiresInDays: 7,
    scopes: ['invoices:read'],
  });
  const answers = [
    await send('/api/me', { key }),
    await send('/api/invoices', { key }),
    await send('/api/nowhere', { key }),
    await send('/api/me', { key, method: 'DELETE' }),
    await send('/api/invoices', { key, method: 'POST', body: {} }),
    await send('/api/me', { key }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 405, 403, 429]);
  for (const { headers } of answers) {
    expect(headers.get('X-Api-Key-Expires-At')).toBe(apiKey.expiresAt?.toISOString());
  }
  await revokeApiKey(workspace.owner, apiKey.id);
  expect((await send('/api/me', { key })).headers.has('X-Api-Key-Expires-At')).toBe(false);
});

test('no answer may be stored, none is for another origin, and each has its own request id', async () => {
  const { secret: key } = await makeApiKey(await makeWorkspace());
  const from = { Origin: 'https://elsewhere.test' };
  const answers = [
    await send('/api/me', { key }),
    await send('/api/me'),
    ...(await Promise.all(
      ['GET', 'HEAD', 'OPTIONS', 'DELETE'].map((method) =>
        send('/api/me', { key, method, headers: from }),
      ),
    )),
  ];
  for (const { headers } of answers) {
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  const ids = answers.map(({ headers }) => headers.get('X-Request-Id'));
  expect(new Set(ids).size).toBe(answers.length);
});

test('many keys at the same time each get their own answer', async () => {
  const keys = await Promise.all(
    Array.from({ length: 5 }, async () => makeApiKey(await makeWorkspace())),
  );
  const asked = Array.from({ length: 50 }, (_, index) => keys[index % keys.length] ?? keys[0]);
  const answers = await Promise.all(
    asked.map(async (key) => bodyOf(await send('/api/me', { key: key?.secret }))),
  );
  expect(answers.map(({ id }) => id)).toEqual(asked.map((key) => key?.apiKey.id));
});
