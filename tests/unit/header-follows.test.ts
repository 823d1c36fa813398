import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every page that is about a workspace has the header name it', () => {
  const pages = readdirSync('app/(workspace)', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(page|forbidden|owner-only)\.tsx$/.test(file))
    .map((file) => `app/(workspace)/${file}`);
  const parts = ['(site)/plans/standing.tsx', '(workspace)/api-keys/_chosen/ask-about-chosen.tsx'];
  const shown = [...pages, ...parts.map((part) => `app/${part}`)]
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    // A page that only redirects shows nothing.
    .filter(({ text }) => /<[A-Z]/.test(text));
  const forgotten = shown.filter(
    ({ text }) => !/<(HeaderFollows|OwnerOnly|AskAboutChosen)\s/.test(text),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(
    forgotten.map(({ file }) => file),
    'render <HeaderFollows workspaceId={…} />',
  ).toEqual([]);
});
