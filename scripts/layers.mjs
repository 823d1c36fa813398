/**
 * What may import what, as a configuration for Biome. `npm run check` refuses imports of a higher
 * floor and import cycles (docs/decisions/018).
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The floors of everything not named below: files of lib/, and domains that need no other domain. */
const OTHER_FILES = ['other files'];
const OTHER_FOLDERS = ['other folders'];

/**
 * The floors of lib/, lowest first: a file may import from its own floor and those below it. A folder
 * that is split into rooms has a line for each of them.
 */
export const FLOORS = [
  ['facts/'],
  OTHER_FILES,
  ['process/'],
  ['database/'],
  ['jobs/'],
  ['limits/'],
  ['request/'],
  ['preferences/'],
  ['i18n/'],
  ['money/'],
  ['actor'],
  ['identity/schema', 'identity/provider-names', 'identity/links/'],
  ['mail/'],
  ['audit/'],
  ['identity/passwords/'],
  ['identity/sessions/'],
  ['identity/account/'],
  ['plans/'],
  ['workspaces/workspace/'],
  ['workspaces/members/'],
  ['workspaces/invitations/'],
  ['workspaces/team-address/'],
  ['api-keys/model/'],
  ['api-keys/secret/'],
  ['api-keys/change/'],
  ['api-keys/rotation/'],
  ['api-keys/usage/'],
  ['api-keys/notices/'],
  ['api-keys/read/'],
  ['api-keys/leaving/'],
  ['api-keys/reported/'],
  ['invoices/model/'],
  ['invoices/read/'],
  ['invoices/change/'],
  OTHER_FOLDERS,
  ['identity/sign-up/'],
  ['identity/providers/'],
  ['identity/sign-in/'],
  ['reference/'],
  ['api/tags'],
  ['api/problems/'],
  ['api/exchange/'],
  ['api/key/'],
  ['api/endpoint/'],
  ['api/openapi/'],
  ['content/'],
  ['legal/'],
  ['help/'],
  ['works'],
  ['startup'],
];

/** What server/ may import of lib/: it is there before anything is built, so plain JavaScript alone. */
const UNDER_SERVER = ['facts', 'process'];

/** @typedef {{ group: string[], message: string }} Pattern */

/** @type {(includes: string[], patterns: Pattern[]) => object} */
const rule = (includes, patterns) => ({
  includes,
  linter: {
    rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } },
  },
});

/**
 * How imports name a file or folder of lib/.
 * @param {string} name
 */
const importsOf = (name) => `@/lib/${name}${name.endsWith('/') ? '**' : ''}`;

/** @param {string} name */
const filesOf = (name) => `**/lib/${name}${name.endsWith('/') ? '**' : '.{ts,mjs}'}`;

const components = rule(
  ['**/components/**'],
  [
    {
      group: ['@/app/**', '@/lib/**', '@/server/**', '../**'],
      message: 'A component knows no route and no domain: hand it what it needs.',
    },
  ],
);

const server = rule(
  ['**/server/**'],
  [
    {
      group: [
        '@/**',
        '../**',
        ...UNDER_SERVER.map((room) => `!../lib/${room}/*.mjs`),
        ...UNDER_SERVER.map((room) => `!../lib/${room}`),
        '!../lib',
      ],
      message: `server/ stands on ${UNDER_SERVER.map((room) => `lib/${room}/*.mjs`).join(' and ')} alone.`,
    },
  ],
);

const pages = rule(
  ['**/app/**'],
  [{ group: ['@/server/**'], message: 'What the server and pages both know is in lib/facts.' }],
);

/** @param {string[]} names the files (without their ending) and folders (with a final slash) of lib/ */
function wallsOf(names) {
  const named = FLOORS.flat();
  /** @param {string} name */
  const isSplit = (name) => named.some((room) => room !== name && room.startsWith(name));
  const others = names.filter((name) => !named.includes(name) && !isSplit(name));
  const floors = FLOORS.map((floor) => {
    if (floor === OTHER_FILES) return others.filter((name) => !name.endsWith('/'));
    return floor === OTHER_FOLDERS ? others.filter((name) => name.endsWith('/')) : floor;
  });
  return floors.map((floor, index) =>
    rule(floor.map(filesOf), [
      {
        group: [
          '@/app/**',
          '@/components/**',
          '@/server/**',
          '../**',
          ...floors
            .slice(index + 1)
            .flat()
            .map(importsOf),
          ...namedBeside(floor, floors.slice(index + 1).flat()),
        ],
        message:
          'This import climbs to a higher floor, or leaves lib/. The floors are in scripts/layers.mjs.',
      },
    ]),
  );
}

/**
 * Files of lib/ itself name those beside them by `./`.
 * @type {(floor: string[], above: string[]) => string[]}
 */
const namedBeside = (floor, above) =>
  floor.some((name) => !name.includes('/'))
    ? above.map((name) => `./${name}${name.endsWith('/') ? '**' : ''}`)
    : [];

/**
 * Writes the configuration into a folder.
 * @param {string} root of the project
 * @param {string} folder
 * @returns the path of the file
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
    overrides: [...wallsOf(names), components, server, pages],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
