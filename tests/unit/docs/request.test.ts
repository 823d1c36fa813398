import { expect, test } from 'vitest';
import { curlOf, requestOf, type Trial } from '@/app/(site)/docs/_try-it/request';

const field = { required: false, values: [], preset: '' };
const trial: Trial = {
  id: 'postThings',
  method: 'POST',
  path: '/api/things/{id}',
  summary: 'Change a thing',
  needsKey: true,
  fields: [
    { ...field, in: 'path', name: 'id' },
    { ...field, in: 'query', name: 'status' },
    { ...field, in: 'query', name: 'limit' },
    { ...field, in: 'header', name: 'Idempotency-Key' },
  ],
  body: '{}',
};

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
}

test('what is filled in goes where it belongs, what is empty is left out', () => {
  const { url, init } = requestOf(
    trial,
    form({ 'path.id': ' a/b ', 'query.status': 'a&b', 'query.limit': '', body: '{"a":1}' }),
    'sk_1',
  );
  expect(url).toBe('/api/things/a%2Fb?status=a%26b');
  expect(init).toMatchObject({ method: 'POST', body: '{"a":1}' });
  expect(Object.fromEntries(init.headers)).toEqual({
    authorization: 'Bearer sk_1',
    'content-type': 'application/json',
  });
});

test('an idempotency key is a header', () => {
  const { init } = requestOf(trial, form({ 'header.Idempotency-Key': 'once' }), 'sk_1');
  expect(init.headers.get('Idempotency-Key')).toBe('once');
});

test('no cookie goes along, and nothing is cached', () => {
  const { init } = requestOf(trial, form({}), 'sk_1');
  expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store' });
});

test('the key stays here when there is none, or none is needed', () => {
  expect(requestOf(trial, form({}), '').init.headers.has('Authorization')).toBe(false);
  const open = { ...trial, needsKey: false };
  expect(requestOf(open, form({}), 'sk_1').init.headers.has('Authorization')).toBe(false);
});

test('without a body there is no type of one', () => {
  const { init } = requestOf({ ...trial, body: undefined }, form({}), 'sk_1');
  expect(init.body).toBeUndefined();
  expect(init.headers.has('Content-Type')).toBe(false);
});

test('a key that no header can carry throws', () => {
  expect(() => requestOf(trial, form({}), 'sk_…')).toThrow(TypeError);
});

test('as a command for curl it is the same request, with the key in the environment', () => {
  const command = curlOf(
    trial,
    form({
      'path.id': 'a b',
      'query.status': 'open',
      'header.Idempotency-Key': "Ann's",
      body: '@{"a":"$HOME"}',
    }),
    'https://app.example.com',
  );
  expect(command).toBe(
    [
      "curl -i -X POST 'https://app.example.com/api/things/a%20b?status=open'",
      '-H "Authorization: Bearer $ZENDRHAX_API_KEY"',
      "-H 'Idempotency-Key: Ann'\\''s'",
      "-H 'Content-Type: application/json'",
      `--data-raw '@{"a":"$HOME"}'`,
    ].join(' \\\n  '),
  );
});

test('a command without a body or a need for a key has neither', () => {
  const open = { ...trial, method: 'GET', path: '/api/health', needsKey: false, body: undefined };
  const command = curlOf({ ...open, fields: [] }, form({}), 'https://app.example.com');
  expect(command).toBe('curl -i https://app.example.com/api/health');
});
