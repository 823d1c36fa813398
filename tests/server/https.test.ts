import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw } from '../support/raw-http';
import { prepareDatabase, type RunningServer, startServer } from '../support/server';

const folder = mkdtempSync(join(tmpdir(), 'zendrhax-https-'));
let server: RunningServer;
let origin: string;

beforeAll(async () => {
  // With a slash, as people copy it from the address bar.
  const settings = { DATA_DIR: folder, NEXTAUTH_URL: 'https://app.example.test/' };
  await prepareDatabase(settings);
  server = await startServer(settings);
  origin = `http://localhost:${server.port}`;
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Signs in as the demo's Owner, as a browser behind a proxy that speaks https would. */
async function signIn(): Promise<string[]> {
  const token = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const jar = token.headers.getSetCookie();
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: jar.map((cookie) => cookie.split(';')[0]).join('; '),
    },
    body: new URLSearchParams({
      csrfToken,
      email: 'owner@acme.test',
      password: 'zendrhax-demo',
      json: 'true',
    }),
  });
  expect(answer.status).toBe(200);
  return [...jar, ...answer.headers.getSetCookie()];
}

test('on https every cookie is __Host-, Secure, HttpOnly and SameSite', async () => {
  const cookies = await signIn();
  expect(cookies.map((cookie) => cookie.split('=')[0])).toContain('__Host-zendrhax.session');
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-zendrhax\./);
    for (const part of [/; Path=\/(;|$)/, /; HttpOnly/i, /; Secure/i, /; SameSite=lax/i]) {
      expect(cookie).toMatch(part);
    }
    expect(cookie).not.toMatch(/; Domain=/i);
  }
});

test('on https every answer asks browsers to stay there', async () => {
  for (const path of ['/', '/sign-in', '/api/me', '/nowhere', '/icon.svg']) {
    const { headers } = await fetch(`${origin}${path}`, { redirect: 'manual' });
    expect(headers.get('strict-transport-security'), path).toMatch(/^max-age=31536000/);
  }
});

test('the origin is named without the slash that the setting has, whoever answers', async () => {
  const key = { Authorization: `Bearer sk_${'0'.repeat(64)}` };
  const problem = await (await fetch(`${origin}/api/me`, { headers: key })).text();
  const refusal = await sendRaw(server.port, ['this is no request', '', '']);
  expect(server.output()).toContain('Zendrhax is ready at https://app.example.test\n');
  for (const answer of [problem, refusal]) {
    expect(answer).toContain('"https://app.example.test/help/errors#');
  }
});
