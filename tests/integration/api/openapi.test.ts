import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { declaredRoutes } from '@/app/api/routes';
import { problemExample } from '@/lib/api/exchange/problem';
import { openApiDocument } from '@/lib/api/openapi/document';
import { problemSchema } from '@/lib/api/openapi/problem-schema';
import { inVersion30 } from '@/lib/api/openapi/version-3-0';
import { ANSWERED_CODES, APP_CODES } from '@/lib/api/problems/codes';
import { bodyOf, send } from '../../support/api';
import { assertDescribed } from '../../support/described';

const ORIGIN = 'https://keys.example.org:8443';

const document = openApiDocument(ORIGIN, await declaredRoutes());
const source = JSON.stringify(document);

type Answer = { $ref?: string; headers?: object };

/** The answer itself, which all operations share that refuse alike. */
function answerOf({ $ref, ...own }: Answer): Answer | undefined {
  const shared = (document.components?.responses ?? {}) as Record<string, Answer>;
  return $ref ? shared[$ref.split('/').at(-1) ?? ''] : own;
}

test('a strict linter finds nothing to complain of', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  const found = problems.map(({ ruleId, message, location }) => [
    ruleId,
    message,
    location[0]?.pointer,
  ]);
  expect(found).toEqual([]);
});

test('a strict linter finds nothing to complain of in the copy in 3.0, which has the same operations', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const older = inVersion30(document);
  const text = JSON.stringify(older);
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
  const namesIn = (json: string) => json.match(/"operationId":"\w+"/g);
  expect(namesIn(text)).toEqual(namesIn(source));
  expect(text).not.toMatch(/"type":\[|"type":"null"|"const":/);
  // Of an object that says it is open, some generators make a map, without the members it has.
  expect(text).not.toMatch(/"additionalProperties":\{/);
  expect(older).toMatchObject({
    openapi: '3.0.3',
    paths: { '/api/invoices': { get: { security: [{ apiKey: [] }] } } },
    components: {
      schemas: { InvoiceInput: { properties: { due_on: { format: 'date', nullable: true } } } },
    },
  });
});

test('the linter sees what is wrong', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const broken = JSON.stringify({ ...document, info: { title: 'x', version: '1' } });
  expect(await lintFromString({ source: broken, absoluteRef: 'openapi.json', config })).not.toEqual(
    [],
  );
});

test('every operation has a summary, its errors and the headers of its answers', async () => {
  const operations = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path as Record<string, Record<string, unknown>>),
  );
  const declared = (await declaredRoutes()).flatMap(({ endpoints }) => Object.keys(endpoints));
  expect(operations).toHaveLength(declared.length);
  for (const { operationId, summary, description, responses, security } of operations) {
    const what = String(operationId);
    expect(summary, what).toEqual(expect.any(String));
    expect(description, what).toEqual(expect.any(String));
    const isOpen = Array.isArray(security) && security.length === 0;
    const statuses = Object.keys(responses as object);
    const least = isOpen ? ['400', '500'] : ['400', '401', '422', '429', '500', '503'];
    expect(statuses, what).toEqual(expect.arrayContaining(least));
    for (const one of Object.values(responses as Record<string, Answer>)) {
      expect(Object.keys(answerOf(one)?.headers ?? {}), what).toContain('X-Request-Id');
    }
  }
});

test('every code that routes answer with stands in the document, and no other', () => {
  expect(document.components?.schemas?.Problem).toMatchObject({
    properties: { code: { examples: ANSWERED_CODES } },
  });
  const unused = ANSWERED_CODES.filter((code) => !source.includes(`"${code}":{`));
  // A method that an address does not take is not an operation of it.
  expect(unused).toEqual(['method_not_allowed']);
  for (const code of APP_CODES) expect(source).not.toContain(code);
});

test('our own answers have the declared members and no other', async () => {
  const url = `${ORIGIN}/api/health`;
  const answer = (body: object) =>
    Response.json(body, { headers: { 'X-Request-Id': '019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60' } });
  await assertDescribed('GET', url, answer({ status: 'ok' }));
  await expect(assertDescribed('GET', url, answer({ status: 'ok', new: 1 }))).rejects.toThrow();
});

test.each(ANSWERED_CODES)('the example of %s is as the schema of problems says', (code) => {
  const { body } = problemExample(code, ORIGIN);
  expect(problemSchema.parse(body)).toEqual(body);
});

test('the only address in the document is that of its installation, beside an example', () => {
  const found = source.match(/https?:\/\/[\w.:-]+/g) ?? [];
  const origins = found.filter((origin) => origin !== 'https://example.com');
  expect(origins.length).toBeGreaterThan(20);
  expect([...new Set(origins)]).toEqual([ORIGIN]);
});

test('an example of a refused key names the scope that its operation needs', () => {
  const { responses, security } = document.paths?.['/api/invoices']?.get ?? {};
  expect(security).toEqual([{ apiKey: ['invoices:read'] }]);
  expect(answerOf(responses?.['403'] as Answer)).toMatchObject({
    headers: { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } },
    content: {
      'application/problem+json': {
        examples: {
          insufficient_scope: {
            value: { detail: 'This API key lacks the scope invoices:read.' },
          },
        },
      },
    },
  });
});

test('the document is served to anyone, and names this installation', async () => {
  const answer = await send('/api/openapi.json');
  expect(answer.status).toBe(200);
  const { openapi, servers } = await bodyOf<{ openapi: string; servers: { url: string }[] }>(
    answer,
  );
  expect(openapi).toBe('3.1.0');
  expect(servers[0]?.url).toMatch(/^https?:\/\//);
});
