import { expect, test } from 'vitest';
import { isAccepted, isUncoded, mediaTypeOf } from '@/lib/api/endpoint/media-types';

const JSON_TYPE = ['application/json'];

test.each([
  'application/json',
  'APPLICATION/Json',
  'application/json;charset=utf8',
  'application/json\t;\tcharset=UTF-8\t',
  'application/json; charset="utf-8"; profile="a;b, \\"c\\""',
  'application/json; version=2',
  'application/json;;',
  'application/json; ',
])('%j is JSON in UTF-8', (header) => {
  expect(isAccepted(header, JSON_TYPE)).toBe(true);
});

test.each([
  ...['', 'application', 'application/', '/json', 'application/jsonp', 'text/json'],
  ...['application/json; charset=latin1', 'application/json, application/json'],
  ...['application/json; charset', 'application/json; a = b', 'application/json; a="b'],
  ...['application/json; charset=utf-8; charset=latin1', 'application/json x'],
])('%j is not', (header) => {
  expect(isAccepted(header, JSON_TYPE)).toBe(false);
});

test('parameters are read, quoted or not', () => {
  expect(mediaTypeOf('Text/Plain; A=b ;c="d\\"e"')).toEqual({
    type: 'text/plain',
    parameters: [
      ['a', 'b'],
      ['c', 'd"e'],
    ],
  });
});

test('identity is no coding, in any case', () => {
  for (const header of ['', 'identity', 'Identity', 'identity, IDENTITY']) {
    expect(isUncoded(header), header).toBe(true);
  }
  for (const header of ['gzip', 'identity, gzip', 'GZIP']) expect(isUncoded(header)).toBe(false);
});
