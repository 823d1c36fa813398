import { expect, test } from 'vitest';
import { guideExamples } from '@/app/(site)/docs/guide-examples';
import { openApi } from '@/app/api/document';
import { db } from '@/lib/database/client';
import { readTexts } from '../../support/texts';

const UNLIMITED = { en: 'Unlimited', es: 'Sin límite' };

/** The lines of a table, as numbers without separators and words. */
const rowsOf = (prose: string) =>
  [...prose.matchAll(/^\| (.*) \|$/gm)].map(([, cells = '']) =>
    cells.split(' | ').map((cell) => cell.replace(/(?<=\d)[,.](?=\d{3})/g, '')),
  );

test.each(['api-keys', 'plans', 'rate-limits'])(
  'the numbers in the article %s are those of the plans as they are delivered',
  async (slug) => {
    const plans = await db.plan.findMany({
      where: { position: { not: null } },
      orderBy: { position: 'asc' },
      select: { name: true, maxActiveApiKeys: true, requestsPerMinute: true },
    });
    expect(plans).toHaveLength(4);
    for (const { locale, prose } of readTexts('help').filter((text) => text.slug === slug)) {
      const expected = plans.map(({ name, maxActiveApiKeys, requestsPerMinute }) => [
        name,
        ...(slug === 'rate-limits' ? [] : [String(maxActiveApiKeys ?? UNLIMITED[locale])]),
        String(requestsPerMinute),
      ]);
      const names = plans.map(({ name }) => name);
      expect(rowsOf(prose).filter(([name = '']) => names.includes(name))).toEqual(expected);
    }
  },
);

test('every limit that a sample shows is one that a plan has', async () => {
  const plans = await db.plan.findMany({ select: { requestsPerMinute: true } });
  const samples = [
    guideExamples('https://app.example.com')['rate-limits'],
    JSON.stringify(await openApi()),
    ...readTexts('help').flatMap((text) => text.samples.map(({ code }) => code)),
  ];
  const shown = samples.flatMap((text) => [...text.matchAll(/q=(\d+);w=60/g)]);
  expect(shown.length).toBeGreaterThan(4);
  for (const [, limit] of shown) {
    expect(plans.map(({ requestsPerMinute }) => requestsPerMinute)).toContain(Number(limit));
  }
});
