import { expect, test } from 'vitest';
import { readAnswer } from '@/app/(site)/docs/_try-it/answer';

test('JSON is set out in lines, with the headers worth reading', async () => {
  const headers = { 'X-Request-Id': '1', 'Retry-After': '42', 'X-Powered-By': 'nothing' };
  const answer = await readAnswer(Response.json({ a: [1] }, { status: 429, headers }), 0);
  expect(answer).toMatchObject({
    status: 429,
    body: '{\n  "a": [\n    1\n  ]\n}',
    headers: [
      ['X-Request-Id', '1'],
      ['Retry-After', '42'],
      ['Content-Type', 'application/json'],
    ],
  });
  expect(answer.ms).toBeGreaterThan(0);
});

test('what is not JSON is shown as it came', async () => {
  expect((await readAnswer(new Response('<h1>502</h1>'), 0)).body).toBe('<h1>502</h1>');
  expect((await readAnswer(new Response(null, { status: 204 }), 0)).body).toBe('');
});
