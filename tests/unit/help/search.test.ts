import { expect, test } from 'vitest';
import type { ArticleSummary } from '@/lib/help/article';
import { searchArticles } from '@/lib/help/search';

const articles: ArticleSummary[] = [
  {
    slug: 'keys',
    title: 'Claves de API',
    description: 'Cómo crear una clave.',
    keywords: 'rotar, renovar',
    section: 'security',
    order: 1,
    text: `${'Nada que ver. '.repeat(20)}Cada petición comprueba la clave con ${'otra cosa '.repeat(30)}`,
  },
  {
    slug: 'plans',
    title: 'Planes',
    description: 'Cuántas claves hay.',
    keywords: 'precio, tarifa',
    section: 'workspaces',
    order: 1,
    text: 'Un plan decide cuántas peticiones puede hacer una clave. El código es rate_limited.',
  },
];

const slugs = (query: string) => searchArticles(articles, query).map(({ article }) => article.slug);
const snippet = (query: string) => searchArticles(articles, query)[0]?.snippet ?? [];

test('case and accents do not matter, in the query or in the text', () => {
  for (const query of ['petición', 'PETICION', 'peticiOn', 'peticio\u0301n']) {
    expect(slugs(query), query).toEqual(['keys', 'plans']);
  }
  expect(slugs('cuántas')).toEqual(['plans']);
  expect(slugs('CUANTAS PETICIONES')).toEqual(['plans']);
});

test('a match in the title goes before one in the text', () => {
  expect(slugs('planes')).toEqual(['plans']);
  expect(slugs('clave')).toEqual(['keys', 'plans']);
  expect(slugs('plan')).toEqual(['plans']);
});

test('all words are wanted; where none has all, the most', () => {
  expect(slugs('plan código')).toEqual(['plans']);
  expect(slugs('¿Cómo crear una clave? zzz')).toEqual(['keys']);
  expect(slugs('rate_limited')).toEqual(['plans']);
});

test('keywords find an article, how a word ends does not matter, nor do the words of a question', () => {
  expect(slugs('¿Cómo puedo rotar?')).toEqual(['keys']);
  expect(slugs('renovarlas')).toEqual(['keys']);
  expect(slugs('tarifas')).toEqual(['plans']);
});

test('what nobody wrote finds nothing, and what has no words neither', () => {
  for (const query of ['zzz', '', '   ', '?', 'a', '.*', '(', '\\', '\u0000'.repeat(500)]) {
    expect(searchArticles(articles, query), query).toEqual([]);
  }
});

test('the snippet shows the place, cut at words, and marks what was looked for as it is written', () => {
  const parts = snippet('PETICION clave');
  const text = parts.map((part) => part.text).join('');
  expect(text).toMatch(/^….* Cada petición comprueba la clave con otra .*…$/);
  expect(text.length).toBeLessThan(200);
  expect(parts.filter(({ isMatch }) => isMatch).map((part) => part.text)).toEqual([
    'petición',
    'clave',
  ]);
});

test('where the text has no match, the description stands in', () => {
  expect(snippet('crear')).toEqual([
    { text: 'Cómo ', isMatch: false },
    { text: 'crear', isMatch: true },
    { text: ' una clave.', isMatch: false },
  ]);
});

test('where the reader has another word for it, the description says what the article is about', () => {
  expect(snippet('rotar clave')).toEqual([
    { text: 'Cómo crear una ', isMatch: false },
    { text: 'clave', isMatch: true },
    { text: '.', isMatch: false },
  ]);
});

test('letters that fold to more than one keep their place', () => {
  const one = { ...articles[0], text: 'İstanbul ﬁn 🔑 clave' } as ArticleSummary;
  const marked = searchArticles([one], 'clave')[0]?.snippet.filter(({ isMatch }) => isMatch);
  expect(marked).toEqual([{ text: 'clave', isMatch: true }]);
});
