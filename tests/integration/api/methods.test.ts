import { describe, expect, test } from 'vitest';
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '@/app/api/[[...path]]/route';
import * as health from '@/app/api/health/route';
import * as invoice from '@/app/api/invoices/[id]/route';
import * as invoices from '@/app/api/invoices/route';
import * as me from '@/app/api/me/route';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const ROUTES = [
  ['/api/me', me],
  ['/api/invoices', invoices],
  ['/api/invoices/{id}', invoice],
  ['/api/health', health],
] as const;
const REFUSED = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const UNKNOWN = { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS };
const ALLOW = 'GET, HEAD, OPTIONS';

describe.each(ROUTES)('%s', (path, route) => {
  test.each(REFUSED)('answers %s with 405, Allow and a problem', async (method) => {
    const answer = await send(route[method], path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe(ALLOW);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await bodyOf(answer)).toMatchObject({ code: 'method_not_allowed', status: 405 });
  });

  test('answers OPTIONS with Allow', async () => {
    const answer = await send(route.OPTIONS, path, { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Allow')).toBe(ALLOW);
    expect(await answer.text()).toBe('');
  });

  test('answers HEAD as GET, without the body', async () => {
    const workspace = await makeWorkspace();
    const { secret: key } = await makeApiKey(workspace);
    const id = await makeInvoice(workspace.id);
    const get = await send(route.GET, path, { key, id });
    const head = await send(route.HEAD, path, { key, id, method: 'HEAD' });
    expect(await head.text()).toBe('');
    expect(head.status).toBe(200);
    expect(head.status).toBe(get.status);
    expect([...head.headers.keys()]).toEqual([...get.headers.keys()]);
    expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
  });
});

test('HEAD without a key gets the 401 that GET gets', async () => {
  const answer = await send(me.HEAD, '/api/me', { method: 'HEAD' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="zendrhax"');
  expect(await answer.text()).toBe('');
});

test.each(Object.entries(UNKNOWN))(
  '%s of an unknown address gets 404 in JSON',
  async (method, handler) => {
    const answer = await send(handler, '/api/nowhere', { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await bodyOf(answer)).toMatchObject({ code: 'not_found', status: 404 });
  },
);

test('health answers without a key', async () => {
  const answer = await send(health.GET, '/api/health');
  expect(answer.status).toBe(200);
  expect(await bodyOf(answer)).toEqual({ status: 'ok' });
});
