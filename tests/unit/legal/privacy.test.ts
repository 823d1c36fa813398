import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTexts } from '../../support/texts';

/** Tables with nothing about people in them. */
const IMPERSONAL = ['Plan', 'InvoiceCounter'];

const schema = readFileSync('prisma/schema.prisma', 'utf8');
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
const names = models.map(([, name = '']) => name);

/** All columns but ids of rows, as `Model.column`; relations are no columns. */
const stored = models.flatMap(([, model = '', body = '']) =>
  [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)]
    .filter(([, column, type = '']) => column !== 'id' && !names.includes(type))
    .map(([, column]) => `${model}.${column}`),
);

const texts = readTexts('legal').filter(({ slug }) => slug === 'privacy');

test.each(texts)('the privacy page tells of every column of the database, in $locale', (text) => {
  const { columns } = text.meta as { columns: Record<string, string[]> };
  const told = Object.entries(columns).flatMap(([model, list]) =>
    list.map((column) => `${model}.${column}`),
  );
  const untold = stored.filter(
    (column) => !IMPERSONAL.includes(column.split('.')[0] ?? '') && !told.includes(column),
  );
  const file = `content/legal/${text.locale}/privacy.mdx`;
  expect(
    untold,
    `${file} does not tell of these: write what they are for, then name them in its \`columns\``,
  ).toEqual([]);
  expect(
    told.filter((column) => !stored.includes(column)),
    `${file} tells of columns that there are not`,
  ).toEqual([]);
});
