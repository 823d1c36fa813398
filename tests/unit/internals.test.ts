import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/internals.md', 'utf8');
const named = [...page.matchAll(/`([^`]+)`/g)].map(([, text]) => String(text));

test('every file that the page names exists', () => {
  const files = named.filter((text) =>
    /^(app|components|e2e|lib|prisma|scripts|server|tests)\//.test(text),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('the page names every file of the product that imports from inside a package', () => {
  const folders = ['app', 'components', 'lib', 'prisma', 'scripts', 'server'];
  const sources = execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' }).split('\n');
  const inside = /(?:from|import\()\s*'(?!@\/|\.)[^']*\/(?:dist|lib|src|build|internal|unstable)\//;
  const leaning = sources
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(file))
    .filter((file) => inside.test(readFileSync(file, 'utf8')));
  expect(leaning).toContain('server/page-faults.mjs');
  expect(leaning.filter((file) => !named.includes(file))).toEqual([]);
});
