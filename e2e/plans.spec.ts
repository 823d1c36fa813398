import type { Page } from '@playwright/test';
import { newEmail, PASSWORD, register } from './accounts';
import { expect, prefer, said, test } from './fixtures';
import { confirmation, escapeConfirmation, makeKey, nameField, quotaLine, revokeAll } from './keys';
import { linkIn, mailTo } from './mail';
import { catchAction, replay } from './replay';

const rowOf = (page: Page, plan: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${plan}`) }) });
const switchButton = (page: Page, plan: string) =>
  page.getByRole('button', { name: new RegExp(`^(Switch to|Cambiar a) ${plan}$`) });

/** Moves the chosen workspace to a plan, from anywhere; nothing happens if it has it. */
async function switchTo(page: Page, plan: string): Promise<void> {
  await page.goto('/plans');
  await expect(rowOf(page, plan)).toBeVisible();
  if ((await rowOf(page, plan).getAttribute('aria-current')) === 'true') return;
  await switchButton(page, plan).click();
  await confirmation(page)
    .getByRole('button', { name: `Switch to ${plan}` })
    .click();
  await expect(rowOf(page, plan)).toHaveAttribute('aria-current', 'true');
}

test('visitors compare the plans on sale and get started', async ({ page }) => {
  await page.goto('/plans');
  await expect(page.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible();
  const table = page.getByRole('table', { name: 'The plans compared' });
  await expect(table.getByRole('rowheader')).toHaveText([
    /^Free/,
    /^Starter/,
    /^Pro/,
    /^Enterprise/,
  ]);
  const facts = (plan: string) => rowOf(page, plan).getByRole('cell');
  await expect(rowOf(page, 'Free')).toContainText('$0 a month');
  await expect(rowOf(page, 'Pro')).toContainText('$79 a month');
  await expect(page.getByText('Nothing is charged here')).toBeVisible();
  await expect(facts('Free')).toHaveText(['1', '60', 'API keys', /Get started/]);
  await expect(facts('Starter')).toHaveText(['5', '300', 'API keys', /Get started/]);
  await expect(facts('Pro')).toHaveText(['20', '1,200', 'API keys', /Get started/]);
  await expect(facts('Enterprise')).toHaveText(['Unlimited', '6,000', 'API keys', /Get started/]);
  await expect(table.getByRole('link', { name: 'Get started with Pro' })).toHaveAttribute(
    'href',
    '/register?plan=pro',
  );
  await expect(table.locator('[aria-current]')).toHaveCount(0);
  await expect(table.getByRole('button')).toHaveCount(0);
});

test('who gets started with Pro has it one click after the mailed link', async ({ as }) => {
  const page = await as(null);
  await page.goto('/plans');
  await page.getByRole('link', { name: 'Get started with Pro' }).click();
  await expect(page.getByText('then you can switch your workspace to Pro')).toBeVisible();
  const email = newEmail();
  await page.getByLabel('Your name').fill('Robin Doe');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
  const mail = await mailTo(email, /Confirm/);

  // The mail may be read in another browser.
  const other = await as(null);
  await other.goto(linkIn(mail));
  await other.getByLabel('New password').fill(PASSWORD);
  await other.getByLabel('Name of the workspace').fill('Forge');
  await other.getByRole('button', { name: 'Create account' }).click();
  await expect(other.getByText('Forge is ready, on Free.')).toBeVisible();
  await expect(other.getByText('One step left to Pro')).toBeVisible();
  // There is one button for it: where it is spoken of.
  await expect(rowOf(other, 'Pro').getByRole('button')).toHaveCount(0);
  await switchButton(other, 'Pro').click();
  await confirmation(other).getByRole('button', { name: 'Switch to Pro' }).click();
  await expect(other.getByText('Forge is on the Pro plan', { exact: true })).toBeVisible();
  await expect(other.getByText('One step left to Pro')).toHaveCount(0);
  await expect(other.locator(':focus')).toHaveText('Current plan');
  await expect(rowOf(other, 'Pro')).toHaveAttribute('aria-current', 'true');
  await other.getByRole('main').getByRole('link', { name: 'Generate a key' }).click();
  await expect(nameField(other)).toBeVisible();

  await page.goto('/register?plan=legacy');
  await expect(page.getByText('Start for free')).toBeVisible();
});

test('at its limit a workspace is offered a switch before a revocation, and then a key', async ({
  page,
}) => {
  await register(page, { workspace: 'Forge' });
  await makeKey(page, 'The only one');
  await page.goto('/plans');
  await expect(page.getByRole('main')).toContainText(
    '1 key is active, and Free has room for one. It keeps working. ' +
      'To generate a new one, switch to a plan with room for more, or revoke one.',
  );
  await switchTo(page, 'Starter');
  await expect(said(page)).toHaveText('Forge is on the Starter plan now. Generate a key');
  await expect(page.getByText('or revoke one')).toHaveCount(0);
  await page.getByRole('status').getByRole('link', { name: 'Generate a key' }).click();
  await expect(quotaLine(page)).toHaveText('1 of 5 active keys');
  await expect(nameField(page)).toBeVisible();
  await expect(said(page)).toHaveCount(0);

  await switchTo(page, 'Free');
  await expect(said(page)).toHaveText('Forge is on the Free plan now.');
});

test('on a phone each plan has its facts below its name', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/plans');
  const pro = rowOf(page, 'Pro');
  await expect(pro.getByText('20 active keys')).toBeVisible();
  await expect(pro.getByText('1,200 requests a minute per key')).toBeVisible();
  const about = await pro.getByText('For programs that call the API all day.').boundingBox();
  const start = await pro.getByRole('link', { name: 'Get started with Pro' }).boundingBox();
  expect(Number(start?.x)).toBe(about?.x);
  expect(Number(about?.width)).toBeGreaterThan(200);
});

test('a downgrade says what it means, cuts nothing off, and allows no seventh key', async ({
  as,
  hold,
  request,
}) => {
  await hold('Initech');
  const page = await as('owner@initech.test');
  await revokeAll(page);
  await switchTo(page, 'Pro');
  const keys: string[] = [];
  for (let made = 1; made <= 6; made++) keys.push(await makeKey(page, `Key ${made}`));
  const answers = async () => {
    const asked = keys.map((key) =>
      request.get('/api/me', { headers: { Authorization: `Bearer ${key}` } }),
    );
    return (await Promise.all(asked)).map((answer) => [
      answer.status(),
      answer.headers()['x-ratelimit-limit'],
    ]);
  };
  expect(await answers()).toEqual(keys.map(() => [200, '1200']));

  await prefer(page, 'es');
  await page.goto('/plans');
  await switchButton(page, 'Starter').click();
  await expect(confirmation(page)).toContainText(
    'Tus 6 claves activas siguen funcionando. Starter admite 5, así que tienes que revocar 2 antes de generar otra.',
  );
  await expect(confirmation(page)).toContainText('300 en vez de 1200');
  await escapeConfirmation(page);
  await expect(switchButton(page, 'Starter')).toBeFocused();

  await prefer(page, 'en');
  await page.goto('/plans');
  await switchButton(page, 'Starter').click();
  await expect(confirmation(page)).toContainText(
    'Your 6 active keys keep working. Starter has room for 5, so you must revoke 2 before you can generate a new one.',
  );
  await expect(confirmation(page)).toContainText('Active keys: 5 instead of 20.');
  await expect(confirmation(page)).toContainText('300 instead of 1,200');
  const cancel = confirmation(page).getByRole('button', { name: 'Keep the current plan' });
  await expect(cancel).toBeFocused();
  expect(await answers()).toEqual(keys.map(() => [200, '1200']));

  await confirmation(page).getByRole('button', { name: 'Switch to Starter' }).click();
  await expect(confirmation(page)).toBeHidden();
  await expect(rowOf(page, 'Starter')).toHaveAttribute('aria-current', 'true');
  await expect(rowOf(page, 'Starter').getByText('Current plan')).toBeFocused();
  await expect(page.getByText('Initech is on the Starter plan', { exact: true })).toBeVisible();
  await expect(said(page)).toHaveText('Initech is on the Starter plan now.');
  const main = page.getByRole('main');
  await expect(main).toContainText('switch to a plan with room for more, or revoke 2.');
  expect(await answers()).toEqual(keys.map(() => [200, '300']));

  await main.getByRole('link', { name: 'revoke 2' }).click();
  await expect(quotaLine(page)).toHaveText('6 of 5 active keys');
  await expect(page.getByText('revoke 2 to generate a new one')).toBeVisible();
  await expect(nameField(page)).toBeHidden();
  await prefer(page, 'es');
  await page.reload();
  await expect(page.getByText('revoca 2 para generar otra')).toBeVisible();
  await prefer(page, 'en');

  await revokeAll(page);
  await page.goto('/plans');
  await switchButton(page, 'Enterprise').click();
  await expect(confirmation(page)).toContainText('Active keys: unlimited instead of 5.');
  await escapeConfirmation(page);
  await switchTo(page, 'Free');
});

test('a plan that is no longer sold is marked for who has it', async ({ as, hold }) => {
  await hold('Hooli');
  const page = await as('owner@hooli.test');
  await page.goto('/plans');
  await expect(rowOf(page, 'Legacy')).toHaveAttribute('aria-current', 'true');
  await expect(rowOf(page, 'Legacy')).toContainText('No API keys');
  await expect(page.getByText('This plan is no longer sold.')).toBeVisible();
  await switchButton(page, 'Starter').click();
  await expect(confirmation(page)).toContainText('You can generate API keys.');
  await escapeConfirmation(page);
  await page.goto('/plans?lang=es');
  await expect(page.getByText('Este plan ya no se vende.')).toBeVisible();
});

for (const [email, role] of [
  ['admin@acme.test', 'an Admin'],
  ['user@acme.test', 'a User'],
] as const) {
  test(`${email} sees the plan and why they cannot switch it`, async ({ as }) => {
    const page = await as(email);
    await page.goto('/plans');
    await expect(rowOf(page, 'Pro')).toHaveAttribute('aria-current', 'true');
    await expect(
      page.getByText(`Only the Owner, Olivia Marsh, can switch the plan. You are ${role} of Acme.`),
    ).toBeVisible();
    await expect(page.getByRole('table').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('table').getByRole('link')).toHaveCount(0);
  });
}

test('no plan is switched in a workspace that another tab chose', async ({ as, hold }) => {
  await hold('Globex');
  await hold('Acme');
  const page = await as('owner@acme.test');
  await page.goto('/plans');
  await switchButton(page, 'Enterprise').click();

  const otherTab = await page.context().newPage();
  await otherTab.goto('/invoices');
  await otherTab.getByRole('button', { name: /Switch workspace/ }).click();
  await otherTab.getByRole('button', { name: /^Globex/ }).click();
  await expect(otherTab.getByRole('button', { name: 'now Globex' })).toBeVisible();

  await confirmation(page).getByRole('button', { name: 'Switch to Enterprise' }).click();
  await expect(page.getByText('You switched to Globex in another tab')).toBeVisible();
  await otherTab.goto('/plans');
  await expect(rowOf(otherTab, 'Starter')).toHaveAttribute('aria-current', 'true');
});

test('the server action does nothing for who is not the Owner, or from another origin', async ({
  as,
  hold,
  request,
  guard,
}) => {
  await hold('Acme');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  await owner.goto('/plans');
  const action = await catchAction(owner, async () => {
    await switchButton(owner, 'Enterprise').click();
    await confirmation(owner).getByRole('button', { name: 'Switch to Enterprise' }).click();
  });
  await expect(confirmation(owner).getByRole('alert')).toContainText('This did not get through');

  for (const email of ['admin@acme.test', 'user@acme.test']) {
    expect((await replay((await as(email)).request, action)).status()).toBe(403);
  }
  const foreign = await replay((await as('owner@globex.test')).request, action);
  expect(await foreign.text()).toContain('You switched to Globex in another tab');
  expect((await replay(request, action)).headers()['x-action-redirect']).toMatch(/^\/sign-in/);
  for (const origin of ['null', 'https://evil.example']) {
    expect((await replay(owner.request, action, { origin })).status()).toBeGreaterThanOrEqual(400);
  }
  const reader = await as('user@acme.test');
  await reader.goto('/plans');
  await expect(rowOf(reader, 'Pro')).toHaveAttribute('aria-current', 'true');
});

test('without JavaScript the plans read fully', async ({ as }) => {
  const page = await as('owner@acme.test', { javaScriptEnabled: false });
  await page.goto('/plans');
  await expect(page.getByRole('rowheader')).toHaveCount(4);
  await expect(page.getByText('Acme is on the Pro plan')).toBeVisible();
  // Playwright's search by text leaves out what stands in <noscript>.
  await expect(page.locator('noscript p')).toHaveText(/^Switching needs JavaScript/);
});
