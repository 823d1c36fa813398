import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every action that asks for a member or the Owner says which workspace it is about', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('actions.ts'),
  );
  const unsaid = files.filter((file) =>
    /require(Member|Owner)\((?!\{ shownWorkspaceId)/.test(readFileSync(`app/${file}`, 'utf8')),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(
    unsaid,
    'pass the workspace that the page showed: requireOwner({ shownWorkspaceId })',
  ).toEqual([]);
});
