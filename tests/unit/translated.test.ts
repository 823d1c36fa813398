import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mixedText } from '@/tests/support/mixed-text';

test('text beside something that changes has an element of its own, for browsers that translate', () => {
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => `${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(100);
  const mixed = files.flatMap((file) =>
    mixedText(file, readFileSync(file, 'utf8')).map((line) => `${file}:${line}`),
  );
  expect(mixed).toEqual([]);
});
