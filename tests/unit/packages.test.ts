import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dependencies } from '@/package.json';

/** The first versions without the holes that are known. */
const FLOORS = { next: [16, 4, 6], 'next-auth': [4, 24, 15] } as const;

function isAtLeast(version: string, floor: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const index = floor.findIndex((part, position) => parts[position] !== part);
  return index === -1 || Number(parts[index]) > Number(floor[index]);
}

test.each(Object.entries(FLOORS))('%s is pinned and installed in a safe version', (name, floor) => {
  const pinned = dependencies[name as keyof typeof FLOORS];
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version: installed } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  for (const version of [pinned, installed]) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
  }
});

test('versions compare by number', () => {
  for (const version of ['16.4.6', '16.4.10', '16.10.0', '17.0.0']) {
    expect(isAtLeast(version, FLOORS.next), version).toBe(true);
  }
  for (const version of ['16.4.5', '16.3.99', '15.9.9', '9.99.99']) {
    expect(isAtLeast(version, FLOORS.next), version).toBe(false);
  }
});
