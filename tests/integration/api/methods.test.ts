import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { declaredRoutes } from '@/app/api/routes';
import type { Method } from '@/lib/api/endpoint/route';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const ALL = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const routes = await declaredRoutes();

/** What answers without being an endpoint: next-auth's addresses, GitHub's, and whatever is not found. */
const UNDECLARED = ['/api/auth/[...nextauth]', '/api/leaked-keys/github', '/api/[[...path]]'];

test('every route below /api is declared, by the path that its folder has', () => {
  const folders = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/route.ts'))
    .map((file) => `/api/${file.replace('/route.ts', '')}`)
    .filter((path) => !UNDECLARED.includes(path))
    .map((path) => path.replace(/\[(\w+)\]/g, '{$1}'));
  expect(routes.map(({ path }) => String(path)).sort()).toEqual(folders.sort());
});

/** The headers of an answer, but those that depend on whether the client keeps the connection. */
const namesOf = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => !['connection', 'keep-alive'].includes(name));

describe.each(routes)('$path', ({ path, endpoints }) => {
  const takes = (method: (typeof ALL)[number]) =>
    method === 'OPTIONS' || endpoints[method === 'HEAD' ? 'GET' : (method as Method)] !== undefined;
  const allow = ALL.filter(takes).join(', ');
  const someAddress = path.replace('{id}', randomUUID());

  test('answers methods that it does not take with 405, Allow and a problem', async () => {
    for (const method of METHODS.filter((one) => !takes(one))) {
      const answer = await send(someAddress, { method });
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get('Allow')).toBe(allow);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(await bodyOf(answer)).toMatchObject({ code: 'method_not_allowed', status: 405 });
    }
  });

  test('answers OPTIONS with Allow', async () => {
    const answer = await send(someAddress, { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Allow')).toBe(allow);
    expect(await answer.text()).toBe('');
  });

  test('answers HEAD as GET, without the body', async () => {
    const workspace = await makeWorkspace();
    const { secret: key } = await makeApiKey(workspace);
    const address = path.replace('{id}', await makeInvoice(workspace.id));
    const get = await send(address, { key });
    const head = await send(address, { key, method: 'HEAD' });
    expect(await head.text()).toBe('');
    expect(get.status).toBe(endpoints.GET ? 200 : 405);
    expect(head.status).toBe(get.status);
    expect(namesOf(head)).toEqual(namesOf(get));
  });
});

test('HEAD without a key gets the 401 that GET gets', async () => {
  const answer = await send('/api/me', { method: 'HEAD' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="zendrhax"');
  expect(await answer.text()).toBe('');
});

test.each(ALL)('%s of an unknown address gets 404 in JSON', async (method) => {
  const answer = await send('/api/nowhere', { method });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  if (method === 'HEAD') expect(await answer.text()).toBe('');
  else expect(await bodyOf(answer)).toMatchObject({ code: 'not_found', status: 404 });
});

test('health answers without a key, and does not mind parameters', async () => {
  for (const path of ['/api/health', '/api/health/live', '/api/health?t=1']) {
    const answer = await send(path);
    expect(answer.status).toBe(200);
    expect(await bodyOf(answer)).toEqual({ status: 'ok' });
  }
});
