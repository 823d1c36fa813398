import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { isSigned, publicKeyIn } from '@/lib/api-keys/reported/github/signature';
import { db } from '@/lib/database/client';
import { readEnv } from '@/lib/env';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

/** Of GitHub's documentation of the protocol. */
const VECTOR = {
  id: 'bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c',
  pem: '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYAGMWO8XgCamYKMJS6jc/qgvSlAdAjPuDPRcXU22YxgBrz+zoN19MzuRyW87qEt9/AmtoNP5GrobzUvQSyJFVw==\n-----END PUBLIC KEY-----\n',
  body: '[{"source":"commit","token":"some_token","type":"some_type","url":"https://example.com/base-repo-url/"}]',
  signature:
    'MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt/AO1RtBY66YcAdjxji410VQV4xg==',
};

const ours = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const OWN_ID = 'f'.repeat(64);
/** What GitHub has, and how often it was asked. */
const github = { asked: 0, isDown: false, ids: [VECTOR.id] };

const server = createServer((_, response) => {
  github.asked++;
  const own = ours.publicKey.export({ type: 'spki', format: 'pem' });
  const pems: Record<string, unknown> = { [VECTOR.id]: VECTOR.pem, [OWN_ID]: own };
  const keys = github.ids.map((id) => ({ key_identifier: id, key: pems[id], is_current: true }));
  response.writeHead(github.isDown ? 500 : 200).end(JSON.stringify({ public_keys: keys }));
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;

/** The route as it is with a setting; it reads that when it is loaded. */
async function routeWith(SECRET_SCANNING_KEYS_URL: string) {
  vi.resetModules();
  vi.stubEnv('SECRET_SCANNING_KEYS_URL', SECRET_SCANNING_KEYS_URL);
  return (await import('@/app/api/leaked-keys/github/route')).POST;
}
const take = await routeWith(`http://127.0.0.1:${port}/meta/public_keys/secret_scanning`);

afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => server.close(closed));
});

type Sent = { body: string; id?: string; signature?: string };
const send = async ({ body, id, signature }: Sent, post = take) =>
  post(
    new Request('http://localhost:3000/api/leaked-keys/github', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(id && { 'Github-Public-Key-Identifier': id }),
        ...(signature && { 'Github-Public-Key-Signature': signature }),
      },
      body,
    }),
    { params: Promise.resolve({}) },
  );
const signed = (body: string) => ({
  ...{ body, id: OWN_ID },
  signature: sign('sha256', Buffer.from(body), ours.privateKey).toString('base64'),
});
const jobs = () => db.job.findMany({ where: { kind: 'leak_report' }, orderBy: { id: 'asc' } });

test('the vector of GitHub’s documentation is signed, and no byte of it may differ', () => {
  const key = publicKeyIn(VECTOR.pem);
  const check = (body: string, signature = VECTOR.signature) =>
    isSigned(Buffer.from(body), signature, key);
  expect(check(VECTOR.body)).toBe(true);
  expect(check(VECTOR.body.replace('some_token', 'some_tokem'))).toBe(false);
  expect(check(`${VECTOR.body}\n`)).toBe(false);
  expect(check(VECTOR.body, VECTOR.signature.replace('MEQC', 'MEQD'))).toBe(false);
  expect(check(VECTOR.body, 'no base64 !')).toBe(false);
  expect(check(VECTOR.body, '')).toBe(false);
});

test('keys of another kind are none', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey;
  expect(() => publicKeyIn(String(rsa.export({ type: 'spki', format: 'pem' })))).toThrow();
  expect(() => publicKeyIn('')).toThrow();
});

test('what GitHub has signed is a report like any other', async () => {
  const answer = await send(VECTOR);
  expect([answer.status, await answer.json()]).toEqual([202, { received: 1 }]);
  const [job] = await jobs();
  expect(job?.payload).toMatchObject({
    byGithub: true,
    found: [{ source: 'https://example.com/base-repo-url/' }],
  });
  // It knows the key now.
  expect((await send(VECTOR)).status).toBe(202);
  expect(github.asked).toBe(1);
});

test('what GitHub has not signed is refused, and it is asked once for each id', async () => {
  await db.job.deleteMany();
  const asked = github.asked;
  const { id, body, signature } = VECTOR;
  const wrong: Sent[] = [
    { body },
    { body, id },
    { body, signature },
    { body: `${body} `, id, signature },
    { body, id, signature: signature.replace('MEQC', 'MEQD') },
    { body, id: 'a'.repeat(64), signature },
    { body, id: 'a'.repeat(64), signature },
  ];
  for (const one of wrong) {
    const answer = await send(one);
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'invalid_request']);
  }
  expect(github.asked).toBe(asked + 1);
  expect(await jobs()).toEqual([]);
});

test('while GitHub cannot be asked, it is told to come again; a new key of it is found', async () => {
  github.ids.push(OWN_ID);
  github.isDown = true;
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const tokens = [
    { token: secret, type: 'zendrhax_api_key', url: 'https://github.com/a/b/1', source: 'commit' },
    { token: 'another', type: 'zendrhax_api_key', url: '', source: 'npm' },
    { token: `sk_${'a'.repeat(64)}`, type: 'zendrhax_api_key', source: 'content', later: true },
  ];
  const sent = signed(JSON.stringify(tokens));
  const refused = await send(sent);
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  github.isDown = false;
  const answer = await send(sent);
  expect([answer.status, await answer.json()]).toEqual([202, { received: 3 }]);
  const [job] = await jobs();
  expect(job?.payload).toMatchObject({
    found: [
      { source: 'https://github.com/a/b/1', hashes: [expect.any(String)] },
      { source: null, hashes: [expect.any(String), expect.any(String)] },
    ],
  });
  expect(JSON.stringify(job)).not.toMatch(/sk_|another/);
});

test('signed texts that are no report are refused', async () => {
  for (const [body, status] of [
    ['{', 400],
    ['{}', 422],
    ['[]', 422],
    ['[{"token":7}]', 422],
  ] as const) {
    expect((await send(signed(body))).status).toBe(status);
  }
  expect((await send(signed('a'.repeat(1_048_577)))).status).toBe(413);
});

test('strangers who make up ids do not have GitHub asked without end', async () => {
  const asked = github.asked;
  const statuses = new Set<number>();
  for (let index = 0; index < 30; index++) {
    statuses.add((await send({ ...VECTOR, id: `${index}`.padStart(64, '0') })).status);
  }
  expect(github.asked - asked).toBeLessThanOrEqual(10);
  expect([...statuses].sort()).toEqual([400, 503]);
  expect((await send(VECTOR)).status).toBe(202);
});

test('it is off unless it is set, and then there is nothing here', async () => {
  const off = await routeWith('');
  const answer = await send(VECTOR, off);
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
});

test.each(['http://api.github.com/keys', 'api.github.com', 'file:///etc/passwd'])(
  'keys that anybody on the way could change, of %s, are no setting',
  (url) => {
    expect(() => readEnv({ SECRET_SCANNING_KEYS_URL: url })).toThrow(/SECRET_SCANNING_KEYS_URL/);
  },
);
