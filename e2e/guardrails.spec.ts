import { randomInt } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { domain } from './database';
import { expect, test, words } from './fixtures';
import { inspect, STILL } from './inspect';
import { field, heading, main, ownKey } from './key-screens';

test.use(STILL);

const DAY_MS = 86_400_000;

/** Addresses of this test's own: guessers are limited by theirs. */
const newAddress = () => `198.51.${randomInt(256)}.${randomInt(1, 255)}`;

const answerFrom = (request: APIRequestContext, key: string, address: string) =>
  request.get('/api/me', {
    headers: { Authorization: `Bearer ${key}`, 'X-Forwarded-For': address },
  });

async function statusFrom(request: APIRequestContext, key: string, address: string) {
  return (await answerFrom(request, key, address)).status();
}

/** Makes it so that an address was seen ten days ago for the first time. */
async function known(page: Page, address: string): Promise<void> {
  const apiKeyId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { db } = await domain();
  await db.apiKeyClient.updateMany({
    where: { apiKeyId, address },
    data: { firstAcceptedAt: new Date(Date.now() - 10 * DAY_MS) },
  });
}

const error = (page: Page, name: string) => page.locator(`#edit-${name}-error`);

for (const [locale, javaScriptEnabled] of [
  ['en', true],
  ['es', false],
] as const) {
  test(`where and how often a key may be used is proposed, asked about and held to, in ${locale}`, async ({
    as,
    request,
  }) => {
    const t = words[locale];
    const page = await as(null, { javaScriptEnabled });
    const key = await ownKey(page, 'Nightly export', locale);
    const [own, strange] = [newAddress(), newAddress()];
    for (const address of [own, own, own, strange]) {
      expect(await statusFrom(request, key, address)).toBe(200);
    }
    await page.reload();
    await known(page, own);

    // What is new is shown, and not chosen.
    await page.getByRole('link', { name: t('apiKeys.edit.propose') }).click();
    await expect(heading(page)).toHaveText(
      t('apiKeys.addresses.title', { name: 'Nightly export' }),
    );
    const box = (address: string) => page.getByRole('checkbox', { name: address });
    await expect(box(own)).toBeChecked();
    await expect(box(strange)).not.toBeChecked();
    await expect(page.locator('label', { hasText: strange })).toContainText(
      t('apiKeys.addresses.new'),
    );
    if (javaScriptEnabled) await inspect(page, 'the addresses that are proposed');
    await page.getByRole('button', { name: t('apiKeys.addresses.submit') }).click();

    // It says what a list takes away before it is saved.
    const list = field(page, 'allowedAddresses');
    await expect(list).toHaveValue(own);
    const save = page.getByRole('button', { name: t('apiKeys.edit.submit'), exact: true });
    const agree = page.getByRole('button', { name: t('apiKeys.edit.agree') });
    await save.click();
    const lost = t('apiKeys.consequence.elsewhere', { count: 1, addresses: `${strange} (1)` });
    await expect(page.getByText(lost)).toBeVisible();
    await expect(list).toHaveValue(own);
    if (javaScriptEnabled) await inspect(page, 'a question before a list');
    expect(await statusFrom(request, key, strange)).toBe(200);
    // Another list is another question.
    await list.fill(`${own}/32\n192.0.2.0/24`);
    await agree.click();
    await expect(page.getByText(`${strange} (2)`)).toBeVisible();
    await agree.click();
    const facts = main(page).locator('dl').first();
    await expect(facts).toContainText('192.0.2.0/24');
    expect(await statusFrom(request, key, own)).toBe(200);
    expect(await statusFrom(request, key, strange)).toBe(401);

    // The Owner is told, and allows it.
    await page.goto(page.url().replace(/[?#].*/, ''));
    const refused = t('apiKeys.addresses.refused.from', { count: 1, address: strange });
    await expect(page.getByText(refused)).toBeVisible();
    if (javaScriptEnabled) await inspect(page, 'what a list refused');
    const allow = t('apiKeys.addresses.refused.allow', { address: strange });
    await page.getByRole('link', { name: allow }).click();
    await expect(list).toHaveValue(`${own}\n192.0.2.0/24\n${strange}`);
    await save.click();
    await expect(page.getByText(refused)).toHaveCount(0);
    await expect(facts).toContainText(strange);
    expect(await statusFrom(request, key, strange)).toBe(200);

    // A limit of its own.
    await page.goto(page.url().replace(/[?#].*/, ''));
    await field(page, 'requestsPerMinute').fill('1');
    await save.click();
    await expect(
      page.getByText(/over the limit of 1 a minute|el límite de 1 por minuto/),
    ).toBeVisible();
    await agree.click();
    await expect(facts).toContainText(t('client.createKey.labels.requestsPerMinute'));
    const { 'x-ratelimit-limit': limit } = (await answerFrom(request, key, own)).headers();
    expect(limit).toBe('1');
  });
}

test('of a list that cannot be, what is wrong stands beside it, and what was typed stays', async ({
  page,
}) => {
  await ownKey(page, 'Nightly export');
  const list = field(page, 'allowedAddresses');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const many = Array.from({ length: 10_000 }, (_, one) => `10.${one >> 8}.${one & 255}.0/24`);
  const wrong: [typed: string, told: RegExp][] = [
    ['203.0.113.7\noffice', /^“office” is not an IPv4 or IPv6 address or range\./],
    ['0.0.0.0/0', /^“0\.0\.0\.0\/0” is every address\. .* leave this empty\.$/],
    ['203.0.113.7/24', /Write 203\.0\.113\.0\/24 for the whole range, or 203\.0\.113\.7 for/],
    ['::ffff:203.0.113.7/120', /Write 203\.0\.113\.0\/24 for the whole range/],
    [many.join('\n'), /^These are 10,000 entries, and a key can have 100 at most\./],
  ];
  for (const [typed, told] of wrong) {
    // At once: to type 10,000 lines takes a browser minutes.
    await list.evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
    }, typed);
    await save.click();
    await expect(error(page, 'allowedAddresses')).toHaveText(told);
    await expect(list).toBeFocused();
    await expect(list).toHaveValue(typed);
  }
  await list.fill('::ffff:203.0.113.7');
  for (const [typed, told] of [
    ['many', 'Write a whole number from 1 to 1,000,000, in digits alone, or leave this empty.'],
    ['61', 'Your plan allows 60 a minute. Choose fewer, or leave this empty.'],
  ] as const) {
    await field(page, 'requestsPerMinute').fill(typed);
    await save.click();
    await expect(error(page, 'requestsPerMinute')).toHaveText(told);
  }
  await field(page, 'requestsPerMinute').fill('60');
  await save.click();
  await expect(main(page).locator('dl').first()).toContainText('203.0.113.7');
  await expect(list).toHaveValue('203.0.113.7');
});
