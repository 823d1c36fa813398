import { expect, test } from 'vitest';
import { articleMeta, SECTIONS } from '@/lib/help/article';
import { isArticle } from '@/lib/help/articles';
import { errorArticle } from '@/lib/help/error-article';
import { LOCALES } from '@/lib/i18n/locale';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { readTexts } from '../../support/texts';

const texts = readTexts('help');

test.each(texts.map((text) => [`${text.locale}/${text.slug}`, text] as const))(
  '%s says what it is',
  (_, { meta }) => {
    expect(articleMeta.safeParse(meta).error).toBeUndefined();
  },
);

test.each(LOCALES)('each section has its articles in an order of their own, in %s', (locale) => {
  const metas = texts.filter((text) => text.locale === locale).map(({ meta }) => meta);
  for (const section of SECTIONS) {
    const orders = [...metas, errorArticle(locale)]
      .filter((meta) => meta.section === section)
      .map(({ order }) => Number(order))
      .sort();
    expect(orders).toEqual(orders.map((_, index) => index + 1));
    expect(orders.length).toBeGreaterThan(0);
  }
});

test('only names of articles are articles', () => {
  for (const { slug } of texts) expect(isArticle(slug)).toBe(true);
  expect(isArticle('errors')).toBe(true);
  for (const slug of ['', 'nothing', '../en/plans', 'plans.mdx', 'constructor', '__proto__']) {
    expect(isArticle(slug), slug).toBe(false);
  }
});

test.each([
  ['en', en],
  ['es', es],
] as const)(
  'the error reference is found by its codes and its words, in %s',
  (locale, messages) => {
    const { text, title } = errorArticle(locale);
    expect(title).toBe(messages.errorReference.title);
    expect(text).toContain('idempotency_key_reused');
    expect(text).toContain(messages.errorReference.codes.malformed_json.cause);
    expect(text).not.toMatch(/<\/?code>/);
  },
);

test.each([
  ['en', en],
  ['es', es],
] as const)('the steps name the controls as the screen does, in %s', (locale, messages) => {
  const { apiKeys, client } = messages;
  const prose = texts.find((text) => text.locale === locale && text.slug === 'api-keys')?.prose;
  for (const word of [
    client.createKey.labels.name,
    client.createKey.options,
    client.createKey.submit,
    client.revealKey.copy,
    client.revealKey.done,
    client.revokeKey.trigger,
    client.revokeKey.confirm,
    apiKeys.table.use,
  ]) {
    expect(prose).toContain(`**${word}**`);
  }
  expect(prose).toContain(`*${client.revealKey.title}*`);
  expect(prose).toContain(`[${apiKeys.title}](/api-keys)`);
});

test.each([
  ['en', en],
  ['es', es],
] as const)('the pages about people name the controls too, in %s', (locale, { members }) => {
  const { invite, invitations, list, remove, leave, transfer } = members;
  const controls = {
    'invite-members': [
      invite.role,
      invite.submit,
      invitations.sendAgain,
      invitations.cancel,
      list.make.ADMIN,
      list.make.USER,
      remove.trigger,
    ],
    'workspaces-and-roles': [leave.trigger, transfer.title, transfer.submit],
  };
  for (const [slug, words] of Object.entries(controls)) {
    const prose = texts.find((text) => text.locale === locale && text.slug === slug)?.prose;
    expect(prose).toContain(`[${members.title}](/members)`);
    for (const word of words) expect(prose).toContain(`**${word}**`);
  }
});
