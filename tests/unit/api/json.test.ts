import { expect, test } from 'vitest';
import { parseJson } from '@/lib/api/endpoint/json';

const refusalOf = (text: string) => {
  try {
    return parseJson(text).value;
  } catch (error) {
    const { code, details } = error as { code: string; details?: { errors: object[] } };
    return { code, ...(details && { errors: details.errors }) };
  }
};

test.each([
  ['{"a":1,"b":2,"a":3}', ['#/a']],
  ['{"a":1,"\\u0061":2}', ['#/a']],
  ['{"lines":[{},{"x":1,"x":1}]}', ['#/lines/1/x']],
  ['{"__proto__":1,"__proto__":2}', ['#/__proto__']],
  ['{"a":1,"a":2,"a":3}', ['#/a', '#/a']],
])('a member that is there twice is refused, with its place: %s', (text, places) => {
  expect(refusalOf(text)).toMatchObject({
    code: 'validation_failed',
    errors: places.map((pointer) => ({ pointer, code: 'repeated' })),
  });
});

test.each(['{"a":{"a":{"a":1}},"b":["a","a"]}', '[{"a":1},{"a":1}]', '{"a":"\\"a\\":1,","b":"{"}'])(
  'the same name elsewhere is none of it: %s',
  (text) => {
    expect(refusalOf(text)).toEqual(JSON.parse(text));
  },
);

test.each(['1.0', '1e3', '-0', '0.0e-9', '1200e-2', '1.50e1', '9007199254740991.000'])(
  '%s is a whole number, as JSON Schema has it',
  (text) => {
    expect(refusalOf(`{"a":${text}}`)).toEqual({ a: Number(text) });
  },
);

test.each(['1.00000000000000000001', '0.99999999999999999999', '9007199254740990.9', '1e-400'])(
  '%s is no whole number, though it is read as one',
  (text) => {
    expect(Number.isInteger(Number(text))).toBe(true);
    expect(refusalOf(`{"lines":[{"a":${text}}]}`)).toMatchObject({
      errors: [{ pointer: '#/lines/0/a', detail: 'Give a whole number.' }],
    });
  },
);

test('what is no JSON is malformed', () => {
  expect(refusalOf('{"a":1,}')).toEqual({ code: 'malformed_json' });
});
