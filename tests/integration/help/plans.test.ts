import { expect, test } from 'vitest';
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
