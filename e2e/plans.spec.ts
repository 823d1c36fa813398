import { expect, test } from './fixtures';
import { confirmation, nameField } from './keys';
import { linkIn, mailTo } from './mail';
import { newEmail, PASSWORD } from './people';
import { planRow, switchButton } from './plans';

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
  const facts = (plan: string) => planRow(page, plan).getByRole('cell');
  await expect(planRow(page, 'Free')).toContainText('$0 a month');
  await expect(planRow(page, 'Pro')).toContainText('$79 a month');
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
  await expect(planRow(other, 'Pro').getByRole('button')).toHaveCount(0);
  await switchButton(other, 'Pro').click();
  await confirmation(other).getByRole('button', { name: 'Switch to Pro' }).click();
  await expect(other.getByText('Forge is on the Pro plan', { exact: true })).toBeVisible();
  await expect(other.getByText('One step left to Pro')).toHaveCount(0);
  await expect(other.locator(':focus')).toHaveText('Current plan');
  await expect(planRow(other, 'Pro')).toHaveAttribute('aria-current', 'true');
  await other.getByRole('main').getByRole('link', { name: 'Generate a key' }).click();
  await expect(nameField(other)).toBeVisible();

  await page.goto('/register?plan=legacy');
  await expect(page.getByText('Start for free')).toBeVisible();
});

test('on a phone each plan has its facts below its name', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/plans');
  const pro = planRow(page, 'Pro');
  await expect(pro.getByText('20 active keys')).toBeVisible();
  await expect(pro.getByText('1,200 requests a minute per key')).toBeVisible();
  const about = await pro.getByText('For programs that call the API all day.').boundingBox();
  const start = await pro.getByRole('link', { name: 'Get started with Pro' }).boundingBox();
  expect(Number(start?.x)).toBe(about?.x);
  expect(Number(about?.width)).toBeGreaterThan(200);
});

for (const [email, role] of [
  ['admin@acme.test', 'an Admin'],
  ['user@acme.test', 'a User'],
] as const) {
  test(`${email} sees the plan and why they cannot switch it`, async ({ as }) => {
    const page = await as(email);
    await page.goto('/plans');
    await expect(planRow(page, 'Pro')).toHaveAttribute('aria-current', 'true');
    await expect(
      page.getByText(`Only the Owner, Olivia Marsh, can switch the plan. You are ${role} of Acme.`),
    ).toBeVisible();
    await expect(page.getByRole('table').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('table').getByRole('link')).toHaveCount(0);
  });
}

test('without JavaScript the plans read fully', async ({ as }) => {
  const page = await as('owner@acme.test', { javaScriptEnabled: false });
  await page.goto('/plans');
  await expect(page.getByRole('rowheader')).toHaveCount(4);
  await expect(page.getByText('Acme is on the Pro plan')).toBeVisible();
  // Playwright's search by text leaves out what stands in <noscript>.
  await expect(page.locator('noscript p')).toHaveText(/^Switching needs JavaScript/);
});
