import { expect, test } from 'vitest';
import { codeInText } from '@/lib/identity/links/code-in-text';

const CODE = `-${'aB3_'.repeat(10)}z9`;
const LINK = `https://app.example.com/invitation#${CODE}`;
const once = encodeURIComponent(LINK);

test.each([
  ['alone', CODE],
  ['with space around it', `\n ${CODE}\t`],
  ['in its link', LINK],
  ['in a fragment', `#${CODE}`],
  ['in a fragment with more behind it', `#${CODE}&utm_source=mail`],
  ['after an escaped #', LINK.replace('#', '%23')],
  ['wrapped by a scanner', `https://safelinks.example/?url=${once}&data=05%7C02%7C%zz`],
  [
    'wrapped twice',
    `https://scan.example/?u=${encodeURIComponent(`https://b.example/?u=${once}`)}`,
  ],
  ['over two lines', `${CODE.slice(0, 20)}\r\n${CODE.slice(20)}`],
  ['in a link over two lines', `Open <${LINK.slice(0, 60)}\r\n  ${LINK.slice(60)}>\nto join.`],
  ['with a zero-width space in it', `${CODE.slice(0, 9)}\u200b${CODE.slice(9)}`],
  ['with an escaped zero-width space in it', `#${CODE.slice(0, 9)}%E2%80%8B${CODE.slice(9)}`],
  ['in a sentence', `Your code is "${CODE}". It works once.`],
])('a code is found %s', (_where, text) => {
  expect(codeInText(text)).toBe(CODE);
});

test.each([
  ['nothing', ''],
  ['the name of a part of the page', '#content'],
  ['a character too few', CODE.slice(1)],
  ['a character too many', `#${CODE}a`],
  ['a link without a code', 'https://app.example.com/invitation#'],
])('there is none in %s', (_what, text) => {
  expect(codeInText(text)).toBeNull();
});
