import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dependencies } from '@/package.json';
import { packages } from '@/package-lock.json';
import { isAtLeast, LEAST } from '@/scripts/safe-versions.mjs';

test.each(Object.entries(LEAST))('%s is pinned and installed in a safe version', (name, least) => {
  const pinned = dependencies[name as keyof typeof LEAST];
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version: installed } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  for (const version of [pinned, installed]) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(isAtLeast(version, least), `${name} ${version}`).toBe(true);
  }
});

test('versions compare by number', () => {
  for (const version of ['16.4.6', '16.4.10', '16.10.0', '17.0.0']) {
    expect(isAtLeast(version, '16.4.6'), version).toBe(true);
  }
  for (const version of ['16.4.5', '16.3.99', '15.9.9', '9.99.99']) {
    expect(isAtLeast(version, '16.4.6'), version).toBe(false);
  }
});

test('a canary or a release candidate is no safe version', () => {
  for (const version of ['16.4.6-canary.1', '16.4.6-rc.0', '16.5.0-canary.3', '17.0.0-beta']) {
    expect(isAtLeast(version, '16.4.6'), version).toBe(false);
  }
});

test('the parts of Prisma are of one version, the schema engine too', () => {
  const { prisma, ...others } = dependencies;
  expect(others['@prisma/client']).toBe(prisma);
  expect(others['@prisma/adapter-pg']).toBe(prisma);
  expect(others['@prisma/driver-adapter-utils']).toBe(prisma);
  expect(others['@prisma/schema-engine-wasm'].split('-')[0]).toBe(prisma);
});

test('a start has what next build would otherwise install by itself', () => {
  const needed = ['typescript', '@types/node', '@types/react'];
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(needed));
});

type Locked = { resolved?: string; link?: true; optionalDependencies?: Record<string, string> };
const locked: [string, Locked][] = Object.entries(packages as Record<string, Locked>);

test('the lockfile has the packages of every platform, for a registry that lacks some', () => {
  const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !locked.some(([other]) => isFoundFrom(path, other, name)),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry, so that each machine takes its own', () => {
  const named = locked.filter(([, { link, resolved }]) => resolved && !link);
  expect(named.map(([path]) => path)).toEqual([]);
});

/** Whether a package at one path finds another by its name, in its own folder or in one around it. */
const isFoundFrom = (path: string, other: string, name: string) =>
  other.endsWith(`node_modules/${name}`) &&
  `${path}/`.startsWith(other.slice(0, -`node_modules/${name}`.length));
