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

test.each(
  texts.flatMap(({ folder, locale, slug, links }) =>
    links.map((href) => [`${folder}/${locale}/${slug}`, href] as const),
  ),
)('%s: %s leads somewhere', (_, href) => {
  if (href.startsWith('https://')) return expect(new URL(href).hostname).toBe('github.com');
  const [path = '', anchor] = href.split('#');
  expect([...pages.keys()]).toContain(path);
  if (anchor !== undefined) expect(pages.get(path)).toContain(anchor);
});

const ROOT = join(APP, '..');
const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

test.each(documents)('%s links to files that are there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, href = '']) => href);
  const missing = links.filter(
    (href) => !href.includes('://') && !existsSync(join(ROOT, dirname(document), href)),
  );
  expect(missing).toEqual([]);
});

test.each(documents)('%s names files that are there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const named = [
    ...text.matchAll(
      /`((?:app|components|lib|server|scripts|prisma|tests|e2e)\/[\w./()[\]-]+\.\w+)`/g,
    ),
  ];
  const missing = named
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(join(ROOT, file)));
  expect(missing).toEqual([]);
});
