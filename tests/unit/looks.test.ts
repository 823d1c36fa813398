import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `${folder}/${path}`);

const FILES = [...filesOf('app'), ...filesOf('components'), 'mdx-components.tsx'].map((path) => ({
  path,
  code: readFileSync(path, 'utf8'),
}));

const TOKENS = [...readFileSync('app/globals.css', 'utf8').matchAll(/--text-([a-z]+): /g)].map(
  ([, name = '']) => name,
);

/** What the heading of a level may look like. */
const HEADINGS: Record<string, string[]> = {
  h1: ['display', 'title'],
  h2: ['title', 'section', 'card'],
  h3: ['section', 'card', 'label'],
  h4: ['label'],
};

/** What begins like a size of text in Tailwind CSS, or is one in brackets. */
const SIZE = /(?<![\w-])text-(?:(xs|sm|base|lg|\d?xl)|\[([^\]]+)\])(?![\w-])/g;

test('the system has six sizes, that of a field, that of code, and five headings', () => {
  expect(TOKENS).toEqual([
    'xs',
    'sm',
    'body',
    'field',
    'lead',
    'code',
    'display',
    'title',
    'section',
    'card',
    'label',
  ]);
});

test('no page and no component has a size of text that is not in the system', () => {
  const found = FILES.flatMap(({ path, code }) =>
    [...code.matchAll(SIZE)]
      .filter(([, name = '']) => !TOKENS.includes(name))
      .map(([size]) => `${path}: ${size}`),
  );
  expect(found).toEqual([]);
});

test('a heading looks as its level says, and by nothing else', () => {
  const found = FILES.flatMap(({ path, code }) =>
    [...code.matchAll(/<(h[1-6])\b[^>]*>/g)]
      .filter(([tag, level = '']) => {
        const classes = /className="([^"]*)"/.exec(tag)?.[1] ?? '';
        const [look, ...others] = classes
          .split(' ')
          .filter(
            (one) => /^(sr-only|font-(medium|semibold|bold)|leading-.*)$/.test(one) || isSize(one),
          );
        const isLook = look === 'sr-only' || HEADINGS[level]?.includes(look?.slice(5) ?? '');
        return !isLook || others.length > 0;
      })
      .map(([heading]) => `${path}: ${heading}`),
  );
  expect(found).toEqual([]);
});

test('the look of a heading is taken whole: with a line height of its own it has no weight', () => {
  const cut = /text-(?:display|title|section|card|label)\/[\w.[\]]+/g;
  const found = FILES.flatMap(({ path, code }) =>
    [...code.matchAll(cut)].map(([look]) => `${path}: ${look}`),
  );
  expect(found).toEqual([]);
});

const isSize = (one: string) => TOKENS.some((name) => one === `text-${name}`);

/** What has no look of its own, or one that its page gives it. */
const UNSEEN = [
  'account-name',
  'dialogs/confirm-action',
  'dialogs/confirm-question',
  'dialogs/dialog',
  'dialogs/link-menu',
  'dialogs/modal',
  'dialogs/open-question',
  'dialogs/popover',
  'forms/action-button',
  'forms/action-form',
  'forms/action-status',
  'forms/before-ready',
  'forms/form-field',
  'forms/labelled',
  'forms/page-ready',
  'forms/sent-forms',
  'forms/step-form',
  'page/article',
  'page/link',
  'page/narrow-page',
  'page/nav-link',
];

test('every component is shown in docs/components.md, or has no look of its own', () => {
  const specimens = readFileSync('tests/components/specimens.tsx', 'utf8');
  const unknown = filesOf('components')
    .map((path) => path.slice('components/'.length, -'.tsx'.length))
    .filter((name) => !specimens.includes(`'@/components/${name}'`));
  expect(unknown.toSorted()).toEqual(UNSEEN);
});
