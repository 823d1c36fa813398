import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { PROXIES, startOddProxy } from '../support/odd-proxy';
import { cookieOf } from '../support/session';
import { until } from '../support/until';

const HOST = 'app.example.com';
const OWN = `https://${HOST}`;
const UNKNOWN = `Bearer sk_${'0'.repeat(64)}`;
const INVOICE = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
};

let api: Awaited<ReturnType<typeof startApiServer>>;
const proxies: Awaited<ReturnType<typeof startOddProxy>>[] = [];

beforeAll(async () => {
  api = await startApiServer({
    TRUSTED_PROXIES: 'loopback',
    NEXTAUTH_URL: OWN,
    LOG_LEVEL: 'info',
  });
});

afterAll(async () => {
  for (const proxy of proxies) proxy.stop();
  await api?.stop();
});

async function through(as: keyof typeof PROXIES, client: string, seed?: number) {
  const given = { to: api.server.port, as, host: HOST, client };
  const proxy = await startOddProxy(seed === undefined ? given : { ...given, seed });
  proxies.push(proxy);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${proxy.origin}${path}`, { redirect: 'manual', ...init });
  return { proxy, ask };
}

const NAMES = Object.keys(PROXIES) as (keyof typeof PROXIES)[];

test.each(NAMES)('through %s as through nothing', async (name) => {
  const number = 10 + NAMES.indexOf(name);
  const client = name === 'aws' ? '2001:db8:1:2::7' : `203.0.113.${number}`;
  const { proxy, ask } = await through(name, client);
  const workspace = await api.makeWorkspace();
  const { secret } = await api.makeApiKey(workspace);
  const json = { 'Content-Type': 'application/json' };
  const headers = { Authorization: `Bearer ${secret}` };
  expect((await ask('/api/me', { headers })).status).toBe(200);
  const body = JSON.stringify(INVOICE);
  const created = { method: 'POST', body, headers: { ...headers, ...json } };
  expect((await ask('/api/invoices', created)).status).toBe(201);
  const large = { ...created, body: ' '.repeat(65_537) };
  expect((await ask('/api/invoices', large)).status).toBe(413);

  // A list of addresses holds for the client's, whatever the client claims.
  const listed = async (allowedAddresses: string) => {
    const key = (await api.makeApiKey(workspace, { allowedAddresses })).secret;
    const claim = { Authorization: `Bearer ${key}`, 'X-Forwarded-For': '192.0.2.66' };
    return (await ask('/api/me', { headers: claim })).status;
  };
  expect([await listed(client), await listed('192.0.2.66')]).toEqual([200, 401]);

  // The address is the client's, whatever the client claims.
  const claim = { Authorization: UNKNOWN, 'X-Forwarded-For': '192.0.2.66' };
  const refused = await ask('/api/me', { headers: claim });
  const line = `"requestId":"${refused.headers.get('x-request-id')}"`;
  await until(() => api.server.output().includes(line));
  const told =
    api.server
      .output()
      .split('\n')
      .find((one) => one.includes(line)) ?? '';
  const address = name === 'aws' ? '2001:db8:1:2::/64' : client;
  expect(JSON.parse(told)).toMatchObject({ code: 'invalid_api_key', clientAddress: address });

  // next-auth's form, and an action, of our own pages and of another's that names its host.
  const form = new URLSearchParams({ csrfToken: 'x', email: 'a@b.test', password: 'x' });
  const evil = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' };
  const signIn = (more: Record<string, string>) =>
    ask('/api/auth/callback/credentials', { method: 'POST', body: form, headers: more });
  const known = await signIn({ Origin: OWN });
  expect(known.status).toBe(302);
  expect(known.headers.get('location')).toMatch(/^https:\/\/app\.example\.com\//);
  expect((await signIn(evil)).status).toBe(403);

  const Cookie = await cookieOf(workspace.owner.userId);
  const page = await (await ask('/plans?lang=es', { headers: { Cookie } })).text();
  const act = (more: Record<string, string>) =>
    ask('/plans?lang=es', { method: 'POST', body: localeForm(page), headers: { Cookie, ...more } });
  const acted = await act({ Origin: OWN, 'X-Forwarded-Host': 'evil.example, other.example' });
  expect(acted.status).toBe(303);
  expect(acted.headers.getSetCookie().join()).toContain('zendrhax.locale=en');
  expect((await act(evil)).status).toBe(403);

  const { requests, connections } = proxy.counts();
  expect(connections).toBeLessThan(requests);
});

/** The form of the switch of languages, as a browser without scripts sends it. */
function localeForm(page: string): FormData {
  const form = new FormData();
  const shown = page.split('<form').find((one) => one.includes('name="locale"')) ?? '';
  const [, action = ''] = /name="(\$ACTION_ID_\w+)"/.exec(shown) ?? [];
  form.set(action, '');
  form.set('locale', 'en');
  return form;
}

test('what a proxy loses is done once, if it is sent again with its key', async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`The odd proxy draws by the seed ${seed}.`);
  const { proxy, ask } = await through('nginx', '203.0.113.99', seed);
  const workspace = await api.makeWorkspace({ plan: { requestsPerMinute: 10_000 } });
  const { secret } = await api.makeApiKey(workspace);
  for (let index = 0; index < 20; index++) {
    const headers = {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    };
    const init = { method: 'POST', body: JSON.stringify(INVOICE), headers };
    await until(async () => (await ask('/api/invoices', init).catch(() => null))?.status === 201);
  }
  expect([...proxy.faults.keys()].sort(), `seed ${seed}`).toEqual([
    '502 after',
    '502 before',
    'cut after',
    'cut before',
  ]);
  expect(await api.db.invoice.count({ where: { workspaceId: workspace.id } })).toBe(20);
});
