import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { devDependencies } from '@/package.json';
import { installCommand } from '@/scripts/install-command.mjs';

/** What `npm start` builds and runs. */
const PRODUCT = [
  ...['app', 'components', 'content', 'lib', 'prisma', 'server'],
  ...[
    'instrumentation.ts',
    'mdx-components.tsx',
    'next.config.js',
    'postcss.config.mjs',
    'proxy.ts',
  ],
  ...[
    'install-command.mjs',
    'node-version.mjs',
    'prepare.ts',
    'stamp.mjs',
    'start.mjs',
    'steps.mjs',
  ].map((file) => `scripts/${file}`),
];

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
    : [path];

test('what starts the product needs no package of development', () => {
  const files = PRODUCT.flatMap(filesIn).filter((file) => /\.(tsx?|mjs|js|mdx|css)$/.test(file));
  expect(files.length).toBeGreaterThan(200);
  const needs = files.flatMap((file) =>
    Object.keys(devDependencies)
      .filter((name) => RegExp(`['"]${name}(/[^'"]*)?['"]`).test(readFileSync(file, 'utf8')))
      .map((name) => `${file} needs ${name}`),
  );
  expect(needs).toEqual([]);
});

test('the start installs the product, the tests add the rest, and neither takes away', () => {
  expect(installCommand('product', [])).toEqual(['ci', '--omit=dev']);
  expect(installCommand('all', [])).toEqual(['ci', '--include=dev']);
  expect(installCommand('all', ['product'])).toEqual(['install', '--no-save', '--include=dev']);
  expect(installCommand('product', ['all'])).toBeNull();
  expect(installCommand('product', ['product'])).toBeNull();
  expect(installCommand('all', ['all'])).toBeNull();
});
