import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Nothing is changed by these: they lead to a page of whichever workspace is chosen. */
const CHANGE_NOTHING = ['searchKeys'];

/** Every file with server actions in it, whatever it is called. */
const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const)
  .filter(([, source]) => /^\s*(['"])use server\1/m.test(source));

/** The functions of a file, each with its text. */
const functionsOf = (source: string) =>
  source
    .split(/^(?=(?:export )?(?:default )?(?:async )?(?:function|const) )/m)
    .map((text) => [/\b(?:function|const) (\w+)/.exec(text)?.[1] ?? '', text] as const);

test('every action that asks for a member or the Owner says which workspace it is about', () => {
  const unsaid = sources.flatMap(([file, source]) =>
    functionsOf(source)
      .filter(
        ([name, text]) =>
          !CHANGE_NOTHING.includes(name) && /require(Member|Owner)\(\s*\)/.test(text),
      )
      .map(([name]) => `${file}: ${name}`),
  );
  expect(sources.length).toBeGreaterThan(15);
  expect(
    unsaid,
    'pass the workspace that the page showed to requireMember or requireOwner',
  ).toEqual([]);
});

test('what is said to change nothing is there', () => {
  const names = sources.flatMap(([, source]) => functionsOf(source).map(([name]) => name));
  expect(names).toEqual(expect.arrayContaining(CHANGE_NOTHING));
});
