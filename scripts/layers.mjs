/**
 * What may import what, as a configuration for Biome, which `npm run check` has hold it: an import that
 * climbs is refused, and so is any circle of files (docs/decisions/018).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in lib/, from the ground up: a file imports its own floor and those below it. */
const FLOORS = [
  ['env', 'errors', 'scopes', 'text', 'validation', 'paging', 'money'],
  ['process/'],
  ['database/'],
  ['limits/'],
  ['request/'],
  ['preferences/'],
  ['i18n/'],
  ['actor'],
  ['audit/'],
  ['auth/'],
  ['mail/'],
  ['accounts/'],
  ['workspaces/'],
  ['plans/'],
  ['api-keys/'],
  ['invoices/'],
  ['contact/'],
  ['sign-up/'],
  ['sign-in/'],
  ['api/'],
  ['content/'],
  ['legal/'],
  ['help/'],
  ['startup'],
];

/** As an import names a file or the files of a folder of lib/, from outside and from lib/ itself. */
const importsOf = (name) =>
  ['@/lib/', './'].map((start) => `${start}${name}${name.endsWith('/') ? '**' : ''}`);

const filesOf = (name) => `**/lib/${name}${name.endsWith('/') ? '**' : '.ts'}`;

const refuse = (includes, group, message) => ({
  includes,
  linter: {
    rules: {
      style: {
        noRestrictedImports: { level: 'error', options: { patterns: [{ group, message }] } },
      },
    },
  },
});

const walls = FLOORS.map((floor, index) =>
  refuse(
    floor.map(filesOf),
    [
      '@/app/**',
      '@/components/**',
      '../**',
      ...FLOORS.slice(index + 1)
        .flat()
        .flatMap(importsOf),
    ],
    'This import climbs: scripts/layers.mjs says what stands on what.',
  ),
);

const components = refuse(
  ['**/components/**'],
  ['@/app/**', '@/lib/**', '../**'],
  'A component knows no route and no domain: hand it what it needs.',
);

/** Writes the configuration into a folder and returns the path of its file. */
export function writeLayers(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'biome.json');
  const config = {
    root: true,
    files: { includes: ['**/*.{js,mjs,ts,tsx}'] },
    linter: {
      rules: {
        preset: 'none',
        suspicious: { noImportCycles: { level: 'error', options: { ignoreTypes: false } } },
      },
    },
    overrides: [...walls, components],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
