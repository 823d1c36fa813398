import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '@/lib/api/endpoint/route';
import { openApiDocument } from '@/lib/api/openapi/document';
import { TAGS } from '@/lib/api/tags';
import { ORIGIN } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const GUIDE = 'docs/adding-an-endpoint.md';
const TAGS_FILE = 'lib/api/tags.ts';
const BLOCK = /```ts title="([^"]+)"\n([\s\S]*?)```/g;
/** A folder of its own, where the files see the project as they would from their places in it. */
const folder = join('tests', 'example', randomUUID());

let route: Route;

beforeAll(async () => {
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(BLOCK)];
  const files = blocks.map(([, path = '', code = '']) => ({ path, code }));
  expect(files).toHaveLength(4);
  for (const { path, code } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const own = code.replaceAll('@/lib/customers/', `@/${folder}/lib/customers/`);
    writeFileSync(file, path === TAGS_FILE ? withLine(code) : own);
  }
  Object.assign(TAGS, (await import(/* @vite-ignore */ resolve(folder, TAGS_FILE))).TAGS);
  const root = relative(folder, '.');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: `${root}/tsconfig.json`,
      compilerOptions: {
        incremental: false,
        plugins: [],
        paths: { '@/lib/api/tags': [`./${TAGS_FILE}`], '@/*': [`./${root}/*`] },
      },
      include: ['**/*.ts', `${root}/global.d.ts`, `${root}/untyped.d.ts`],
      exclude: [],
    }),
  );
  route = await import(/* @vite-ignore */ resolve(folder, 'app/api/customers/route.ts'));
});

/** The table of tags with one line more. */
function withLine(line: string): string {
  return readFileSync(TAGS_FILE, 'utf8').replace('export const TAGS = {\n', `$&${line}`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(method: keyof Route, path: string, key?: string): Promise<Response> {
  const headers = { ...(key && { Authorization: `Bearer ${key}` }) };
  const request = new Request(new URL(path, ORIGIN), { method, headers });
  return route[method](request, { params: Promise.resolve({}) });
}

test('the example of the guide compiles', () => {
  const compile = () =>
    execFileSync('node_modules/.bin/tsc', ['--noEmit', '--project', folder], { encoding: 'utf8' });
  expect(compile()).toBe('');
});

test('the example of the guide answers as every endpoint does', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  for (const customer of ['Northwind Traders', 'Fabrikam', 'Fabrikam']) {
    await makeInvoice(own.id, { customer });
  }
  await makeInvoice(foreign.id, { customer: 'Contoso' });
  const { secret } = await makeApiKey(own);

  const answer = await call('GET', '/api/customers', secret);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('RateLimit')).toMatch(/^"default";r=1199;t=\d+$/);
  expect(await answer.json()).toEqual({
    data: [
      { name: 'Fabrikam', invoice_count: 2 },
      { name: 'Northwind Traders', invoice_count: 1 },
    ],
    has_more: false,
    next_cursor: null,
  });
  const filtered = await call('GET', '/api/customers?name=Fabrikam', secret);
  expect(await filtered.json()).toMatchObject({ data: [{ name: 'Fabrikam' }] });
});

test('the example of the guide is read in pages, each linked to the next', async () => {
  const workspace = await makeWorkspace();
  for (const customer of ['Northwind Traders', 'Contoso', 'Fabrikam', 'Contoso']) {
    await makeInvoice(workspace.id, { customer });
  }
  const { secret } = await makeApiKey(workspace);
  const seen: unknown[] = [];
  let path: string | undefined = '/api/customers?limit=1';
  while (path && seen.length < 9) {
    const answer: Response = await call('GET', path, secret);
    const { data } = (await answer.json()) as { data: unknown[] };
    seen.push(...data);
    path = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1];
  }
  expect(seen).toEqual([
    { name: 'Contoso', invoice_count: 2 },
    { name: 'Fabrikam', invoice_count: 1 },
    { name: 'Northwind Traders', invoice_count: 1 },
  ]);
});

test('the example of the guide refuses as every endpoint does', async () => {
  const { secret: key } = await makeApiKey(await makeWorkspace(), { scopes: ['invoices:write'] });
  const { secret } = await makeApiKey(await makeWorkspace());
  const refused = await Promise.all([
    call('GET', '/api/customers'),
    call('GET', '/api/customers', key),
    call('GET', '/api/customers?colour=red', secret),
    call('POST', '/api/customers', secret),
  ]);
  const codes = refused.map(async (answer) => ((await answer.json()) as { code: string }).code);
  expect(await Promise.all(codes)).toEqual([
    'missing_credentials',
    'insufficient_scope',
    'validation_failed',
    'method_not_allowed',
  ]);
  expect(refused.at(-1)?.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
});

test('the example of the guide is in the document, with its scope, answer and errors', () => {
  const { tags, paths, components } = openApiDocument('https://app.zendrhax.com', [
    route.GET.declared as NonNullable<Route['GET']['declared']>,
  ]);
  const operation = paths?.['/api/customers']?.get;
  expect(operation).toMatchObject({
    operationId: 'listCustomers',
    summary: 'List customers',
    security: [{ apiKey: ['invoices:read'] }],
  });
  expect(Object.keys(operation?.responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '403',
    '408',
    '422',
    '429',
    '431',
    '500',
    '503',
  ]);
  expect(Object.keys(components?.schemas ?? {})).toContain('Customer');
  expect(tags).toMatchObject([{ name: 'customers', 'x-displayName': 'Customers' }]);
  expect(operation?.responses?.['200']).toMatchObject({
    headers: { Link: { $ref: '#/components/headers/Link' } },
  });
});
