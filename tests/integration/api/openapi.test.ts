import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { declaredRoutes } from '@/app/api/document';
import { openApiDocument } from '@/lib/api/openapi/document';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import { bodyOf, send } from '../../support/api';

const document = openApiDocument('https://app.zendrhax.com', await declaredRoutes());
const source = JSON.stringify(document);

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

test('the linter sees what is wrong', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const broken = JSON.stringify({ ...document, info: { title: 'x', version: '1' } });
  expect(await lintFromString({ source: broken, absoluteRef: 'openapi.json', config })).not.toEqual(
    [],
  );
});

test('every operation has a summary, an example, its errors and the headers of its answers', () => {
  const operations = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path as Record<string, Record<string, unknown>>),
  );
  expect(operations).toHaveLength(12);
  for (const { operationId, summary, description, responses, security } of operations) {
    const what = String(operationId);
    expect(summary, what).toEqual(expect.any(String));
    expect(description, what).toEqual(expect.any(String));
    const isOpen = Array.isArray(security) && security.length === 0;
    const statuses = Object.keys(responses as object);
    const least = isOpen ? ['422', '500'] : ['401', '422', '429', '500', '503'];
    expect(statuses, what).toEqual(expect.arrayContaining(least));
    for (const { headers } of Object.values(responses as Record<string, { headers: object }>)) {
      expect(Object.keys(headers), what).toContain('X-Request-Id');
    }
  }
});

test('every code of the API stands in the document', () => {
  const unused = Object.keys(PROBLEM_TYPES).filter((code) => !source.includes(`"${code}":{`));
  // Not answers of an operation: a wrong method, and what only the pages may refuse.
  expect(unused).toEqual([
    'feature_not_available',
    'owner_required',
    'method_not_allowed',
    'api_key_quota_reached',
  ]);
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
