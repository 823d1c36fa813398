import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PROBLEM_TYPES } from '@/lib/api/problems/problems';
import { readTexts } from '../../support/texts';

const APP = fileURLToPath(new URL('../../../app', import.meta.url));

const texts = [...readTexts('help'), ...readTexts('legal')];

/** The addresses of the pages in app/, and those of the texts, each with its anchors. */
const pages = new Map<string, string[]>([
  ...pagesIn(APP).map((path) => [path, []] as [string, string[]]),
  ...texts.map(
    ({ folder, slug, headings }) =>
      [`/${folder}/${slug}`, headings.map(({ anchor }) => anchor)] as [string, string[]],
  ),
  ['/help/errors', Object.keys(PROBLEM_TYPES)],
]);

function pagesIn(folder: string, path = ''): string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      pagesIn(join(folder, name), name.startsWith('(') ? path : `${path}/${name}`),
    );
  return existsSync(join(folder, 'page.tsx')) ? [path || '/', ...below] : below;
}

function leadsSomewhere(href: string): boolean {
  if (href.startsWith('https://')) return new URL(href).hostname === 'github.com';
  const [path = '', anchor] = href.split('#');
  return anchor === undefined ? pages.has(path) : pages.get(path)?.includes(anchor) === true;
}

test('every link of a text leads somewhere', () => {
  const links = texts.flatMap(({ folder, locale, slug, links }) =>
    links.map((href) => ({ href, name: `${folder}/${locale}/${slug}: ${href}` })),
  );
  expect(links.length).toBeGreaterThan(50);
  const broken = links.filter(({ href }) => !leadsSomewhere(href));
  expect(broken.map(({ name }) => name)).toEqual([]);
});

const ROOT = join(APP, '..');
const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** What a pattern finds in the documents and is no file, each with the document that has it. */
const missing = (pattern: RegExp, fileOf: (document: string, found: string) => string) =>
  documents.flatMap((document) =>
    [...readFileSync(join(ROOT, document), 'utf8').matchAll(pattern)]
      .map(([, found = '']) => found)
      .filter((found) => !found.includes('://') && !existsSync(join(ROOT, fileOf(document, found))))
      .map((found) => `${document}: ${found}`),
  );

test('every document links to files that are there', () => {
  expect(documents.length).toBeGreaterThan(10);
  const link = /\]\(([^)#]+)(?:#[^)]*)?\)/g;
  expect(missing(link, (document, href) => join(dirname(document), href))).toEqual([]);
});

test('every document names files that are there', () => {
  const name = /`((?:app|components|lib|server|scripts|prisma|tests|e2e)\/[\w./()[\]-]+\.\w+)`/g;
  expect(missing(name, (_, file) => file)).toEqual([]);
});
