import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { runProgram } from '../support/run';
import { until } from '../support/until';

type Line = Record<string, unknown> & { msg: string };

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const PASSWORD = 'correct horse battery staple';

let api: Awaited<ReturnType<typeof startApiServer>>;

beforeAll(async () => {
  api = await startApiServer({ LOG_LEVEL: 'info' });
});

afterAll(() => api?.stop());

/** Every line is JSON with a time in UTC, or this throws. */
function linesOf(output: string): Line[] {
  const lines = output.split('\n').filter((text) => text.startsWith('{'));
  return lines.map((text) => {
    const line = JSON.parse(text);
    expect(line.time).toMatch(UTC);
    return line;
  });
}

const logged = (pick: (line: Line) => boolean) =>
  until(async () => linesOf(api.server.output()).some(pick));

const get = (path: string, headers: Record<string, string>) =>
  fetch(`${api.server.origin}${path}`, { headers });

async function signIn(email: string, password: string): Promise<void> {
  const csrf = await get('/api/auth/csrf', {});
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  await fetch(`${api.server.origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: String(csrf.headers.get('set-cookie')).split(';')[0] ?? '' },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
}

test('a request is one line: id, route, key, workspace, status and duration', async () => {
  const workspace = await api.makeWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace);
  const answer = await get('/api/invoices?limit=1', { Authorization: `Bearer ${secret}` });
  const requestId = answer.headers.get('x-request-id');
  await logged((line) => line.requestId === requestId);
  const lines = linesOf(api.server.output()).filter((line) => line.requestId === requestId);
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(String),
      requestId,
      method: 'GET',
      route: '/api/invoices',
      status: 200,
      durationMs: expect.any(Number),
      apiKeyId: apiKey.id,
      workspaceId: workspace.id,
      msg: 'request',
    },
  ]);
});

test('what is refused is in the log with its code and the address it came from', async () => {
  const workspace = await api.makeWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace, { scopes: ['invoices:write'] });
  const wrong = await get('/api/me', { Authorization: `Bearer sk_${'0'.repeat(64)}` });
  const forbidden = await get('/api/invoices', { Authorization: `Bearer ${secret}` });
  const idOf = (answer: Response) => answer.headers.get('x-request-id');
  await logged((line) => line.requestId === idOf(forbidden));
  const lines = linesOf(api.server.output());
  expect(lines.find((line) => line.requestId === idOf(wrong))).toMatchObject({
    msg: 'request refused',
    code: 'invalid_api_key',
    status: 401,
    clientAddress: expect.stringMatching(/^(127\.0\.0\.1|0:0:0:0::\/64)$/),
  });
  expect(lines.find((line) => line.requestId === idOf(forbidden))).toMatchObject({
    code: 'insufficient_scope',
    apiKeyId: apiKey.id,
    workspaceId: workspace.id,
  });
});

test('a sign-in is in the log with the account and the address, refused or not', async () => {
  const { hashPassword } = await import('@/lib/identity/passwords/passwords');
  const { owner } = await api.makeWorkspace();
  const user = await api.db.user.update({
    where: { id: owner.userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
    select: { id: true, email: true },
  });
  await signIn(user.email, 'wrong password');
  await signIn('nobody@people.test', PASSWORD);
  await signIn(user.email, PASSWORD);
  await logged(({ msg }) => msg === 'signed in');
  const lines = linesOf(api.server.output()).filter(({ msg }) => /^sign/.test(msg));
  expect(lines.map(({ msg, userId }) => [msg, userId])).toEqual([
    ['sign-in refused', user.id],
    ['sign-in refused', undefined],
    ['signed in', user.id],
  ]);
  for (const line of lines) expect(line.clientAddress).toEqual(expect.any(String));
});

test('making and revoking a key, and being denied, are in the log with who did it', async () => {
  const { code, output } = await runProgram('tests/support/log-writer.ts', [], {
    ...process.env,
    LOG_LEVEL: 'info',
  });
  expect(code).toBe(0);
  const lines = linesOf(output);
  const { userId, workspaceId, targetId } = lines[0] as Line;
  expect(lines.map(({ time, level, ...line }) => line)).toEqual([
    { userId, workspaceId, targetId, msg: 'api_key.created' },
    { userId, workspaceId, code: 'api_key_quota_reached', msg: 'denied' },
    { userId, workspaceId, targetId, msg: 'api_key.revoked' },
    { userId: expect.any(String), workspaceId, code: 'owner_required', msg: 'denied' },
    {
      userId: expect.any(String),
      workspaceId: expect.any(String),
      code: 'feature_not_available',
      msg: 'denied',
    },
  ]);
  expect(lines[3]?.userId).not.toBe(userId);
});

test('nothing that a caller sends can write a line of its own, or a credential', async () => {
  const { secret } = await api.makeApiKey(await api.makeWorkspace());
  const forged = '\\n{"level":30,"msg":"forged"}';
  await get(`/api/invoices/${encodeURIComponent(`\n{"level":30,"msg":"forged"}`)}`, {
    Authorization: `Bearer ${secret}`,
    Cookie: `zendrhax.session=${secret}`,
    'User-Agent': forged,
    'Idempotency-Key': forged,
    'X-Forwarded-For': forged,
  });
  const last = await get('/api/nowhere', {});
  await logged((line) => line.requestId === last.headers.get('x-request-id'));
  const output = api.server.output();
  expect(linesOf(output).filter(({ msg }) => msg === 'forged')).toEqual([]);
  expect(output).not.toContain('forged');
  expect(output).not.toMatch(/sk_[0-9a-f]{64}/);
  expect(output).not.toContain(PASSWORD);
});

test('a form of sign-in with the token of another browser leaves a line', async () => {
  const csrf = await get('/api/auth/csrf', {});
  const answer = await fetch(`${api.server.origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Origin: api.server.origin,
      Cookie: String(csrf.headers.get('set-cookie')).split(';')[0] ?? '',
    },
    body: new URLSearchParams({ csrfToken: 'a'.repeat(64), email: 'a@b.test', password: PASSWORD }),
  });
  expect(answer.headers.get('location')).toContain('error=FormExpired');
  await logged(
    (line) =>
      line.msg === 'form with another CSRF token refused' &&
      line.path === '/api/auth/callback/credentials' &&
      typeof line.clientAddress === 'string',
  );
});
