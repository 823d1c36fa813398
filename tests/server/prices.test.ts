import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { twoInstances } from '../support/api-server';

const PAGES = ['/', '/plans', '/help/plans'];
const WORDS = { en, es };

let api: Awaited<ReturnType<typeof twoInstances>>;

beforeAll(async () => {
  api = await twoInstances();
});

afterAll(() => api?.stop());

/** What a visitor reads of a page. */
async function textOf(path: string): Promise<string> {
  const answer = await fetch(api.origins[0] + path);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .replaceAll(/<script[\s\S]*?<\/script>|<template[\s\S]*?<\/template>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');
}

// Plans are delivered without prices; an operator may add them.
test.each(LOCALES)(
  'where plans have no prices, nothing speaks of prices, in %s',
  async (locale) => {
    const { title } = WORDS[locale].plans.goodToKnow.payment;
    const priced = /\$\s?\d|\d\s?(US\$|€)|\b(prices?|precios?|a month|al mes)\b/i;
    for (const path of PAGES) {
      const text = await textOf(`${path}?lang=${locale}`);
      expect(text).toContain('Enterprise');
      expect(text, path).not.toMatch(priced);
      expect(text, path).not.toContain(title);
    }

    await api.db.plan.update({
      where: { slug: 'pro' },
      data: { monthlyPrice: 7_900, currency: 'USD' },
    });
    expect(await textOf(`/plans?lang=${locale}`)).toContain(title);
    for (const path of ['/', '/plans']) {
      expect(await textOf(`${path}?lang=${locale}`), path).toMatch(priced);
    }
    await api.db.plan.update({
      where: { slug: 'pro' },
      data: { monthlyPrice: null, currency: null },
    });
  },
);
