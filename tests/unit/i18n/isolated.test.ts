import { expect, test } from 'vitest';
import { isolated } from '@/lib/i18n/isolated';

test.each(['שלום', 'مرحبا!', 'Acme שלום', '𞤀𞤣𞤤𞤢𞤥'])(
  '%s is kept apart from its sentence',
  (workspace) => {
    expect(isolated({ workspace })).toEqual({ workspace: `\u2068${workspace}\u2069` });
  },
);

test('other names, numbers and parts of a page stay as they are', () => {
  const values = {
    name: 'Ñandú Ω 東京 🙂',
    role: 'ADMIN',
    count: 3,
    at: new Date(0),
    link: String,
  };
  expect(isolated(values)).toEqual(values);
});
