import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The files of these share a thread, and what one of them replaces stays replaced for the next. */
const SHARING = ['tests/unit', 'tests/integration'];

test('a file that replaces a module puts it back at its end', () => {
  const modulesIn = (source: string, verb: string) =>
    [...source.matchAll(new RegExp(`\\bvi\\.${verb}\\(\\s*'([^']+)'`, 'g'))].map(
      ([, name]) => name,
    );
  const files = SHARING.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const left = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const back = modulesIn(source, 'doUnmock');
    return modulesIn(source, '(?:do)?[mM]ock')
      .filter((name) => !back.includes(name))
      .map((name) => `${file}: ${name}`);
  });
  expect(left).toEqual([]);
});
