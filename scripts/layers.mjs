/**
 * What may import what, as a configuration for Biome. `npm run check` refuses imports of a higher
 * floor and import cycles (docs/decisions/018).
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The floors of everything not named below: files, and domains that need no other domain. */
const OTHER_FILES = ['other files'];
const OTHER_FOLDERS = ['other folders'];

/** The floors of lib/, lowest first: a file may import from its own floor and those below it. */
const FLOORS = [
  OTHER_FILES,
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
  ['plans/'],
  ['workspaces/'],
  ['api-keys/'],
  OTHER_FOLDERS,
  ['sign-up/'],
  ['sign-in/'],
  ['api/'],
  ['content/'],
  ['legal/'],
  ['help/'],
  ['startup'],
];

/** How imports name a file or folder of lib/, from outside and from within lib/. */
const importsOf = (name) =>
  ['@/lib/', './'].map((start) => `${start}${name}${name.endsWith('/') ? '**' : ''}`);

const filesOf = (name) => `**/lib/${name}${name.endsWith('/') ? '**' : '.ts'}`;

const forbidImports = (includes, group, message) => ({
  includes,
  linter: {
    rules: {
      style: {
        noRestrictedImports: { level: 'error', options: { patterns: [{ group, message }] } },
      },
    },
  },
});

const components = forbidImports(
  ['**/components/**'],
  ['@/app/**', '@/lib/**', '../**'],
  'A component knows no route and no domain: hand it what it needs.',
);

/** @param names the files (without `.ts`) and folders (with a final slash) of lib/ */
function wallsOf(names) {
  const others = names.filter((name) => !FLOORS.flat().includes(name));
  const floors = FLOORS.map((floor) => {
    if (floor === OTHER_FILES) return others.filter((name) => !name.endsWith('/'));
    return floor === OTHER_FOLDERS ? others.filter((name) => name.endsWith('/')) : floor;
  });
  return floors.map((floor, index) =>
    forbidImports(
      floor.map(filesOf),
      ['@/app/**', '@/components/**', '../**', ...above(floors, index)],
      'This import climbs: scripts/layers.mjs says what stands on what.',
    ),
  );
}

const above = (floors, index) =>
  floors
    .slice(index + 1)
    .flat()
    .flatMap(importsOf);

/**
 * Writes the configuration into a folder.
 * @param root of the project
 * @returns {string} the path of the file
 */
export function writeLayers(root, folder) {
  const names = readdirSync(join(root, 'lib'), { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name.replace(/\.ts$/, ''),
  );
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
    overrides: [...wallsOf(names), components],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
