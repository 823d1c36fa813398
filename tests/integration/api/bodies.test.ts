import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openApi } from '@/app/api/document';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const INPUT = JSON.stringify({
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
});
const LIMIT = 65_536;

/** What the document says of an object and of what it has. */
type Described = { properties: Record<string, Field> };
type Field = { maxLength?: number; maxItems?: number; anyOf?: Field[] };

async function makeClient() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { secret } = await makeApiKey(workspace);
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    send('/api/invoices', { method: 'POST', key: secret, body, headers });
  const count = () => db.invoice.count({ where: { workspaceId: workspace.id } });
  return { workspace, secret, post, count };
}

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
  'Application/JSON',
])('a body that says it is %s is read', async (type) => {
  const { post } = await makeClient();
  expect((await post(INPUT, { 'Content-Type': type })).status).toBe(201);
});

test.each([
  ['text/plain', {}],
  ['application/x-www-form-urlencoded', {}],
  ['multipart/form-data; boundary=x', {}],
  ['application/jsonp', {}],
  ['application/json; charset=latin1', {}],
  ['application/json, text/plain', {}],
  ['', {}],
  ['application/json', { 'Content-Encoding': 'gzip' }],
])('a body of type "%s" %j is refused with 415', async (type, headers) => {
  const { post, count } = await makeClient();
  const answer = await post(gzipSync(INPUT), { 'Content-Type': type, ...headers });
  expect(answer.status).toBe(415);
  expect(await bodyOf(answer)).toMatchObject({ code: 'unsupported_media_type' });
  expect(await count()).toBe(0);
});

test.each([
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain;charset=UTF-8',
  'application/octet-stream',
  '',
])('where no body belongs, none is fine, whatever type it claims to have: "%s"', async (type) => {
  const { workspace, secret } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const answer = await send(`/api/invoices/${id}/finalize`, {
    method: 'POST',
    key: secret,
    body: '',
    headers: { 'Content-Type': type },
  });
  expect(answer.status).toBe(200);
});

test('where none belongs, a form is refused, and Accept says what is taken', async () => {
  const { workspace, secret } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const answer = await send(`/api/invoices/${id}/finalize`, {
    method: 'POST',
    key: secret,
    body: 'a=1',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(415);
  expect(answer.headers.get('Accept')).toBe('application/json');
  expect(answer.headers.get('Accept-Encoding')).toBeNull();
});

test('a compressed body is refused, and Accept-Encoding says what is taken', async () => {
  const { post } = await makeClient();
  const answer = await post(gzipSync(INPUT), { 'Content-Encoding': 'gzip' });
  expect(answer.status).toBe(415);
  expect(answer.headers.get('Accept-Encoding')).toBe('identity');
  expect(answer.headers.get('Accept')).toBeNull();
});

test('PATCH takes a merge patch as such too, and no other method does', async () => {
  const { workspace, secret, post } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const patch = (type: string) =>
    send(`/api/invoices/${id}`, {
      method: 'PATCH',
      key: secret,
      body: { customer: 'Fabrikam' },
      headers: { 'Content-Type': type },
    });
  expect((await patch('application/merge-patch+json')).status).toBe(200);
  expect((await patch('application/json')).status).toBe(200);
  const refused = await patch('application/json-patch+json');
  expect(refused.status).toBe(415);
  expect(refused.headers.get('Accept')).toBe('application/json, application/merge-patch+json');
  expect((await post(INPUT, { 'Content-Type': 'application/merge-patch+json' })).status).toBe(415);
});

test.each([
  ['nothing', ''],
  ['half an object', '{"customer":'],
  ['two objects', '{}{}'],
  ['a comma too many', '{"a":1,}'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['UTF-16', new Uint8Array([0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d])],
])('%s is refused as malformed', async (_, body) => {
  const { post } = await makeClient();
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await bodyOf(answer)).toMatchObject({ code: 'malformed_json' });
});

test('a field that is there twice is refused, and nothing is created', async () => {
  const { post, count } = await makeClient();
  const answer = await post(INPUT.replace('{', '{"customer":"Fabrikam",'));
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ pointer: '#/customer' }] });
  expect(await count()).toBe(0);
});

test('64 KiB are read, one byte more is refused, whether its length is told or not', async () => {
  const { post, secret } = await makeClient();
  expect((await post(INPUT.padEnd(LIMIT))).status).toBe(201);
  const tooLong = INPUT.padEnd(LIMIT + 1);
  const stream = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < tooLong.length; sent += 4_096) {
        controller.enqueue(new TextEncoder().encode(tooLong.slice(sent, sent + 4_096)));
      }
      controller.close();
    },
  });
  const answers = [
    await post(tooLong),
    await post(tooLong, { 'Content-Length': String(LIMIT + 1) }),
    await send('/api/invoices', { method: 'POST', key: secret, body: stream }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(413);
    expect(await bodyOf(answer)).toMatchObject({ code: 'payload_too_large' });
  }
});

test('texts in any script may make an invoice larger than that, and nothing else may', async () => {
  const { post } = await makeClient();
  const lines = Array.from({ length: 100 }, () => ({
    description: '帳'.repeat(500),
    quantity: 1,
    unit_amount: 1,
  }));
  const large = { customer: 'ñ'.repeat(200), currency: 'EUR', due_on: '0001-01-01', lines };
  const text = JSON.stringify(large);
  const answer = await post(text);
  expect(answer.status).toBe(201);
  expect(await bodyOf(answer)).toMatchObject({ due_on: '0001-01-01' });
  const escaped = text.replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  expect((await post(escaped)).status).toBe(201);
  for (const refused of [
    text.padEnd(text.length + 20_000),
    JSON.stringify({ ...large, customer: 'x'.repeat(70_000) }),
    JSON.stringify({ ...large, note: '帳'.repeat(10) }),
    text.padEnd(700_000),
  ]) {
    expect((await post(refused)).status).toBe(413);
  }
});

test('the largest invoice that the document describes is taken, with every character escaped', async () => {
  const { components } = await openApi();
  const schemas = (components?.schemas ?? {}) as Record<string, Described>;
  /** Each text as long as it may be, of characters that take twelve bytes each. */
  const largest = (name: string, given: object) => {
    const long = Object.entries(schemas[name]?.properties ?? {}).map(([field, described]) => {
      const { maxLength } =
        [described, ...(described.anyOf ?? [])].find((one) => one.maxLength) ?? {};
      return [field, maxLength && '💩'.repeat(maxLength)];
    });
    return { ...Object.fromEntries(long), ...given };
  };
  const lines = Array(schemas.InvoiceInput?.properties.lines?.maxItems).fill(
    largest('InvoiceLineInput', { quantity: 1, unit_amount: 1 }),
  );
  const invoice = largest('InvoiceInput', { currency: 'EUR', due_on: '2027-01-31', lines });
  const body = JSON.stringify(invoice).replace(/💩/g, '\\ud83d\\udca9');
  expect(body.length).toBeGreaterThan(600_000);
  const { post } = await makeClient();
  expect((await post(body)).status).toBe(201);
});

test('deeply nested JSON is refused, and nothing breaks', async () => {
  const { post } = await makeClient();
  expect((await post(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)).status).toBe(422);
});

test('__proto__ in a body is an unknown field like any other', async () => {
  const { post } = await makeClient();
  const answer = await post(INPUT.replace('{', '{"__proto__":{"isOwner":true},'));
  expect(answer.status).toBe(422);
  expect(await bodyOf(answer)).toMatchObject({ errors: [{ pointer: '#/__proto__' }] });
});

test('__proto__ in a query is an unknown parameter like any other', async () => {
  const { workspace, secret } = await makeClient();
  const id = await makeInvoice(workspace.id);
  for (const path of ['/api/me', '/api/invoices', `/api/invoices/${id}`]) {
    const answer = await send(`${path}?__proto__=1`, { key: secret });
    expect(answer.status, path).toBe(422);
    expect(JSON.stringify(await bodyOf(answer))).toContain('__proto__');
  }
});

test('a wrong key is refused before the body is looked at', async () => {
  const answer = await send('/api/invoices', {
    method: 'POST',
    key: `sk_${'0'.repeat(64)}`,
    body: '{'.repeat(LIMIT * 2),
  });
  expect(answer.status).toBe(401);
});

test('no GET changes anything, whatever it carries', async () => {
  const { workspace, secret, count } = await makeClient();
  const id = await makeInvoice(workspace.id);
  const row = () => db.invoice.findUniqueOrThrow({ where: { id } });
  const before = await row();
  for (const path of ['', '/finalize', '/pay', '/void']) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await send(`/api/invoices/${id}${path}`, { key: secret, method });
      await send(`/api/invoices/${id}${path}?_method=DELETE`, {
        key: secret,
        method,
        headers: { 'X-HTTP-Method-Override': 'POST' },
      });
    }
  }
  expect(await row()).toEqual(before);
  expect(await count()).toBe(1);
});
