import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyPreparedFolder } from '../support/prepared';
import { sendRaw } from '../support/raw-http';
import { type RunningServer, startServer } from '../support/server';

const folder = copyPreparedFolder();
let server: RunningServer;
let origin: string;

beforeAll(async () => {
  // Prepared as on this machine: with a public origin there would be no demo to sign in to.
  const settings = {
    DATA_DIR: folder,
    // With a slash, as people copy it from the address bar.
    NEXTAUTH_URL: 'https://app.example.test/',
    HSTS_INCLUDE_SUBDOMAINS: 'true',
  };
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
    expect(headers.get('strict-transport-security'), path).toBe(
      'max-age=31536000; includeSubDomains',
    );
  }
});

test('a link whose # was escaped leads on in the origin that is configured', async () => {
  const code = 'c'.repeat(43);
  const answer = await fetch(`${origin}/invitation%23${code}`, { redirect: 'manual' });
  const location = new URL(String(answer.headers.get('location')), 'https://app.example.test');
  expect([answer.status, location.href]).toEqual([
    303,
    `https://app.example.test/invitation#${code}`,
  ]);
});

test('the cookie of a preference is __Host- too, and its page reads it', async () => {
  const chosen = await fetch(`${origin}/plans?lang=es`);
  const [cookie = ''] = chosen.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-zendrhax\.locale=es; Path=\/;.* Secure; HttpOnly; SameSite=lax$/);
  const read = async (Cookie: string) =>
    (await fetch(`${origin}/plans`, { headers: { Cookie } })).text();
  expect(await read('__Host-zendrhax.locale=es; __Host-zendrhax.theme=dark')).toContain(
    '<html lang="es" data-theme="dark"',
  );
  expect(await read('zendrhax.locale=es; zendrhax.theme=dark')).toContain(
    '<html lang="en" data-theme="system"',
  );
});

test('the origin is named without the slash that the setting has, whoever answers', async () => {
  const key = { Authorization: `Bearer sk_${'0'.repeat(64)}` };
  const problem = await (await fetch(`${origin}/api/me`, { headers: key })).text();
  const refusal = await sendRaw(server.port, ['this is no request', '', '']);
  expect(server.output()).toContain('Zendrhax is ready at https://app.example.test"');
  for (const answer of [problem, refusal]) {
    expect(answer).toContain('"https://app.example.test/help/errors#');
  }
});
