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

/**
 * The link of an invitation names whom it is for, and a session may choose among its own workspaces.
 */
const NAME_THEIR_PERSON = ['accept', 'switchWorkspace'];

test('every action that asks for somebody says whom its page showed', () => {
  const unsaid = sources.flatMap(([file, source]) =>
    functionsOf(source)
      .filter(([name, text]) => !NAME_THEIR_PERSON.includes(name) && /requireSession\(/.test(text))
      .map(([name]) => `${file}: ${name}`),
  );
  expect(unsaid, 'pass the person whom the page showed to requirePerson').toEqual([]);
});

test('what is said to change nothing is there', () => {
  const names = sources.flatMap(([, source]) => functionsOf(source).map(([name]) => name));
  expect(names).toEqual(expect.arrayContaining(CHANGE_NOTHING));
});

/** What draws a form or calls an action, of pages and of building blocks. */
const screens = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

/** The forms of the building blocks, which call actions by `useCall`. */
const FORMS = /^components\/forms\/(step-form|form-action|action-form|action-button)\.tsx?$/;
/** One calls the API, one only goes to an address. */
const CALLS_NO_ACTION = [
  'app/(site)/docs/_try-it/trial-form.tsx',
  'app/(workspace)/api-keys/_list/live-search.tsx',
];

test('whatever calls an action outside of a form has the one answer to a call that failed', () => {
  const calling = screens.filter(([, source]) =>
    /useTransition\(|startTransition\(|useActionState\(/.test(source),
  );
  expect(calling.length).toBeGreaterThan(5);
  const bare = calling.filter(([, source]) => !source.includes('useCall('));
  expect(bare.map(([file]) => file)).toEqual(CALLS_NO_ACTION);
});

test('no page hands an action to a bare form, from which a lost connection leads to the error page', () => {
  const bare = screens.filter(
    ([file, source]) => !FORMS.test(file) && /<form\b[^>]*?\saction=\{(?!`)/s.test(source),
  );
  expect(bare.map(([file]) => file)).toEqual([]);
  expect(screens.filter(([, source]) => /<StepForm\b/.test(source)).length).toBeGreaterThan(4);
});
