import { expect, test } from 'vitest';
import { readTexts, type Text } from '../../support/texts';

const texts = [...readTexts('help'), ...readTexts('legal')];
const english = texts.filter(({ locale }) => locale === 'en');
const spanish = texts.filter(({ locale }) => locale === 'es');
const nameOf = ({ folder, slug }: Text) => `${folder}/${slug}`;
const pairs = english.map((text) => {
  const other = spanish.find((one) => nameOf(one) === nameOf(text));
  return [nameOf(text), text, other] as const;
});

/** Sentences and cells, without code, addresses, anchors and what is bold. */
const piecesOf = ({ prose }: Text) =>
  prose
    .replace(/`[^`]*`|\*\*[^*]*\*\*|\]\([^)]*\)|\[#[^\]]*\]/g, '')
    .split(/\n\s*(?:- |\d+\. )?|\||(?<=[.:;?!]) /)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{3}/u.test(piece));

/** Names and words that are the same in Spanish, and tags. */
const SAME = [
  'Free',
  'Starter',
  'Pro',
  'Enterprise',
  'Plan',
  'Cookie',
  '## Cookies',
  '## Roles',
  '</Notice>',
  '<KeyOptions />',
  '<MailList />',
  '<OperatorContact />',
  '<PlanFeatures />',
];

test('both languages have the same texts', () => {
  expect(spanish.map(nameOf)).toEqual(english.map(nameOf));
});

test.each(pairs)('%s stands in the same place in both languages', (_, en, es) => {
  const { title, description, keywords, ...place } = en.meta;
  expect(es?.meta).toMatchObject(place);
  expect(Object.keys(es?.meta ?? {})).toEqual(Object.keys(en.meta));
  expect(es?.meta.title).not.toBe(title);
  expect(es?.meta.description).not.toBe(description);
  if (keywords) expect(es?.meta.keywords).not.toBe(keywords);
});

test.each(pairs)('%s has the same sections, under the same anchors', (_, en, es) => {
  expect(en.headings.length).toBeGreaterThan(2);
  expect(es?.headings.map(({ anchor }) => anchor)).toEqual(en.headings.map(({ anchor }) => anchor));
});

test.each(pairs)('%s has the same samples and links in both languages', (_, en, es) => {
  expect(es?.samples).toEqual(en.samples);
  expect([...(es?.links ?? [])].sort()).toEqual([...en.links].sort());
});

test.each(pairs)('%s has no English left in Spanish', (_, en, es) => {
  if (!es) throw new Error('There is no Spanish text.');
  const known = new Set(piecesOf(en));
  expect(piecesOf(es).filter((piece) => known.has(piece) && !SAME.includes(piece))).toEqual([]);
  const words = /\b(the|and|your|with|which|this|that|from|what|when|are|you|is|not|can|does)\b/i;
  expect(piecesOf(es).filter((piece) => words.test(piece))).toEqual([]);
});

test('no text has a key in it', () => {
  for (const { prose, samples } of texts) {
    expect(JSON.stringify([prose, samples])).not.toMatch(/sk_[0-9a-f]{64}/);
  }
});
