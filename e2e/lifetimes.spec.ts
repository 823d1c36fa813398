import type { Page } from '@playwright/test';
import { domain } from './database';
import { expect, prefer, said, test, words } from './fixtures';
import { field, heading, main, save } from './key-screens';
import {
  activeKeys,
  closeReveal,
  generateButton,
  keyRows,
  nameField,
  openKeys,
  reveal,
  rowOf,
} from './keys';
import { linkIn, mailTo, subjectsTo } from './mail';
import { addKey, newEmail, own } from './people';

const DAY_MS = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const valuesOf = (page: Page, control: string) =>
  page
    .locator(`${control} option`)
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));

for (const locale of ['en', 'es'] as const) {
  test(`an Owner sets the longest life of keys, which holds everywhere, in ${locale}`, async ({
    page,
  }) => {
    const t = words[locale];
    await own(page, { language: locale, plan: 'pro' });
    await addKey(page, 'For ever');
    await page.goto('/settings/workspace');
    const days = page.getByLabel(t('settings.workspace.keyLifetime.label'));
    const set = page.getByRole('button', { name: t('settings.workspace.keyLifetime.submit') });
    await days.fill('4000');
    await set.click();
    await expect(page.locator('#key-lifetime-maxKeyDays-error')).toContainText(/3[.,]?650/);
    await expect(days).toHaveValue('4000');
    await days.fill('45');
    await set.click();
    await expect(said(page)).toHaveText(t('settings.workspace.keyLifetime.done', { days: 45 }));
    await expect(
      page.getByText(t('settings.workspace.keyLifetime.tooLong', { count: 1 })),
    ).toBeVisible();

    // What there was stays, and is listed.
    await page.getByRole('link', { name: t('settings.workspace.keyLifetime.link') }).click();
    await expect(page).toHaveURL(/state=lives_too_long/);
    await expect(keyRows(page)).toContainText('For ever');

    // A new key has as long as it may, and a name is still enough.
    await openKeys(page);
    await nameField(page).fill('By default');
    await generateButton(page).click();
    await expect(reveal(page)).not.toContainText(t('apiKeys.table.neverExpires'));
    await closeReveal(page);
    await page.getByText(t('client.createKey.options')).click();
    expect(await valuesOf(page, '#key-expiresInDays')).toEqual(['', '7', '30', 'day']);
    const lastDay = page.locator('#key-lastDay');
    await expect(lastDay).toBeHidden();
    await page.locator('#key-expiresInDays').selectOption('day');
    await lastDay.fill(dayIn(46));
    await nameField(page).fill('On a day');
    await generateButton(page).click();
    await expect(page.locator('#key-lastDay-error')).toHaveText(t('fieldErrors.lives_too_long'));
    await expect(lastDay).toBeFocused();
    await lastDay.fill(dayIn(40));
    await generateButton(page).click();
    await closeReveal(page);
    await expect(activeKeys(page)).toHaveCount(3);

    // The page of a key says what is wrong, and rotating it mends that.
    await rowOf(page, 'For ever').getByRole('link', { name: 'For ever' }).click();
    await expect(heading(page)).toHaveText('For ever');
    const facts = main(page).locator('dl').first();
    await expect(facts).toContainText(t('apiKeys.table.livesTooLong', { days: 45 }));
    expect(await valuesOf(page, '#edit-expiresInDays')).toEqual(['', '7', '30', 'day']);
    await field(page, 'note').fill('Ask Uma');
    await save(page).click();
    await expect(facts).toContainText('Ask Uma');
    await page.getByRole('link', { name: t('apiKeys.rotate.link'), exact: true }).click();
    const expiry = page.getByLabel(t('client.rotateKey.expires'));
    await expect(expiry).toHaveValue('');
    await expect(expiry.locator('option').first()).toHaveText(
      t('client.createKey.longest', { days: 45 }),
    );
    await page.getByRole('button', { name: t('client.rotateKey.submit'), exact: true }).click();
    await expect(reveal(page)).not.toContainText(t('apiKeys.table.neverExpires'));
    await closeReveal(page);
  });
}

test('a key that expires soon is not rotated into one that expires with it', async ({ page }) => {
  await own(page);
  const { id } = await addKey(page, 'Nightly export', { expiresInDays: 7 });
  await page.goto(`/api-keys/${id}/rotate`);
  const expiry = page.getByLabel(words.en('client.rotateKey.expires'));
  await expect(expiry).toHaveValue('7');
  await expect(expiry.locator('option').first()).toHaveText(/\(as the old key\)$/);
  await expiry.selectOption('day');
  await page.getByLabel(words.en('client.createKey.labels.lastDay')).fill(dayIn(-2));
  await page.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(page.locator('#rotate-lastDay-error')).toHaveText(words.en('fieldErrors.day_over'));
  await expiry.selectOption('365');
  await page.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(reveal(page)).toContainText('Expires');
  await closeReveal(page);
});

for (const locale of ['en', 'es'] as const) {
  test(`mails about keys: for the team as well, and none that nobody wants, in ${locale}`, async ({
    as,
  }) => {
    const t = words[locale];
    const page = await as(null);
    const { email: owner } = await own(page, { language: locale, workspace: 'Acme', plan: 'pro' });
    const team = newEmail();
    await page.goto('/settings/workspace');
    const save = page.getByRole('button', { name: t('settings.workspace.team.submit') });
    const address = page.locator('#team-email');
    await address.fill('nobody');
    await save.click();
    await expect(page.locator('#team-email-error')).toHaveText(t('fieldErrors.email'));
    await address.fill(team);
    await page.locator('#team-language').selectOption(locale);
    await save.click();
    await expect(said(page)).toHaveText(t('settings.workspace.team.sent', { email: team }));
    await expect(
      page.getByText(t('settings.workspace.team.states.waiting', { email: team })),
    ).toBeVisible();

    // Whoever reads the address needs no account, and no script. Opening the link does nothing yet.
    const reader = await as(null, { javaScriptEnabled: false });
    await prefer(reader, locale);
    const mail = await mailTo(team, new RegExp(t('mail.teamAddress.subject')));
    await reader.goto('/team-address');
    await reader.getByLabel(t('mailedLink.code')).fill(mail.token);
    await reader.getByRole('button', { name: t('mailedLink.open') }).click();
    const confirm = reader.getByRole('button', { name: t('teamAddress.submit') });
    await expect(confirm).toBeVisible();
    await page.reload();
    await expect(
      page.getByText(t('settings.workspace.team.states.waiting', { email: team })),
    ).toBeVisible();
    await confirm.click();
    await expect(
      reader.getByText(t('teamAddress.confirmed', { email: team, workspace: 'Acme' })),
    ).toBeVisible();
    await page.reload();
    await expect(
      page.getByText(t('settings.workspace.team.states.confirmed', { email: team })),
    ).toBeVisible();
    const other = await as(null);
    await prefer(other, locale);
    await other.goto(linkIn(mail));
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(
      t('teamAddress.confirmTitle', { workspace: 'Acme' }),
    );
    await expect(other.getByRole('button', { name: t('teamAddress.submit') })).toHaveCount(0);
    await page.getByRole('button', { name: t('settings.workspace.team.remove') }).click();
    await expect(said(page)).toHaveText(t('settings.workspace.team.removed', { email: team }));
    await expect(address).toHaveValue('');
    await other.reload();
    await expect(other.getByText(t('mailedLink.dead.team'))).toBeVisible();

    // What a person switches off does not come; what is left does.
    await page.goto('/settings#mails');
    const box = (kind: 'keyCreated' | 'keyRotated') =>
      page.getByRole('checkbox', { name: t(`settings.mails.kinds.${kind}`) });
    await expect(box('keyCreated')).toBeChecked();
    await box('keyCreated').uncheck();
    await page.getByRole('button', { name: t('settings.mails.submit') }).click();
    await expect(said(page)).toHaveText(t('settings.mails.done'));
    await expect(box('keyCreated')).not.toBeChecked();
    await page.reload();
    await expect(box('keyCreated')).not.toBeChecked();
    await expect(box('keyRotated')).toBeChecked();
    const { id } = await addKey(page, 'Nightly export');
    await page.goto(`/api-keys/${id}/rotate`);
    await page.getByRole('button', { name: t('client.rotateKey.submit'), exact: true }).click();
    await closeReveal(page);
    await mailTo(owner, new RegExp(t('mail.keyRotated.subject', { workspace: 'Acme' })));
    expect(await subjectsTo(owner)).toEqual([
      expect.stringMatching(new RegExp(t('mail.keyRotated.subject', { workspace: 'Acme' }))),
    ]);
  });
}

for (const locale of ['en', 'es'] as const) {
  test(`a key that is used from somewhere new is looked at, or paused, in ${locale}`, async ({
    page,
  }) => {
    const t = words[locale];
    await own(page, { language: locale });
    const { id } = await addKey(page, 'Nightly export');
    const { db } = await domain();
    await db.apiKey.update({
      where: { id },
      data: {
        newPlaceAt: new Date(),
        newPlaceAddress: '198.51.100.7',
        newPlaceAgent: 'curl/8.5.0',
      },
      select: { id: true },
    });
    await openKeys(page);
    const chip = page.getByRole('link', {
      name: new RegExp(t('apiKeys.list.cards.somewhere_new', { count: 1 })),
    });
    await chip.click();
    await expect(page).toHaveURL(/state=somewhere_new/);
    await keyRows(page).getByRole('link', { name: 'Nightly export' }).click();
    const look = page.getByRole('link', { name: t('apiKeys.newPlace.look') });
    await look.click();
    await expect(heading(page)).toHaveText(t('apiKeys.newPlace.title', { name: 'Nightly export' }));
    await expect(main(page)).toContainText('curl/8.5.0');
    await expect(main(page)).toContainText('198.51.100.7');
    await page.getByRole('button', { name: t('apiKeys.newPlace.ours') }).click();
    await expect(page).toHaveURL(new RegExp(`/api-keys/${id}$`));
    await expect(said(page)).toHaveText(t('apiKeys.newPlace.done', { name: 'Nightly export' }));
    await expect(look).toHaveCount(0);

    // The mail that leads here may be read again later.
    await page.goto(`/api-keys/${id}/new-place`);
    await expect(main(page)).toContainText(t('apiKeys.newPlace.nothing'));
    await page.getByRole('link', { name: t('apiKeys.newPlace.pause'), exact: true }).click();
    await expect(page).toHaveURL(/\/pause$/);
  });
}
