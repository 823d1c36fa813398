import { expect, test } from 'vitest';
import { openApi } from '@/app/api/document';
import spanish from '@/content/reference/es.json';
import type { Field } from '@/lib/reference/fields';
import { inSpanish } from '@/lib/reference/in-spanish';
import { type Reference, referenceOf } from '@/lib/reference/reference';

const SAME = ['OpenAPI'];

const textsOfField = ({ type, description, fields }: Field): string[] => [
  type,
  description ?? '',
  ...fields.flatMap(textsOfField),
];

/** Every text of the reference that people read. */
function textsOf({ groups }: Reference): string[] {
  const texts = groups.flatMap(({ title, description, operations }) => [
    title,
    description,
    ...operations.flatMap(({ summary, description, parameters, body, answer }) => [
      summary,
      description,
      ...[...parameters, ...(body?.fields ?? []), ...(answer.content?.fields ?? [])].flatMap(
        textsOfField,
      ),
    ]),
  ]);
  return [...new Set(texts)].filter(Boolean).sort();
}

test('every text of the API reference is in Spanish, and nothing else is', async () => {
  const texts = textsOf(referenceOf(await openApi()));
  expect(texts.length).toBeGreaterThan(50);
  expect(Object.keys(spanish).sort()).toEqual(texts);
});

test('the Spanish reference has the Spanish texts, and code as it is', async () => {
  const reference = referenceOf(await openApi());
  const shown = textsOf(inSpanish(reference));
  const left = shown.filter((text) => text in spanish && !SAME.includes(text));
  expect(left).toEqual([]);
  expect(shown).toEqual([...new Set(Object.values(spanish))].sort());
  for (const [english, text] of Object.entries(spanish)) {
    const codeIn = (one: string) => [...one.matchAll(/`[^`]*`/g)].map(([code]) => code).sort();
    expect(codeIn(text), english).toEqual(codeIn(english));
  }
});
