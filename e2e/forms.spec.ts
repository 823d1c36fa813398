import { signInAs } from './accounts';
import { expect, said, test } from './fixtures';
import { belong, own, PASSWORD } from './people';

test('a wrong password is told, keeps what was typed, and has the focus', async ({ as, guard }) => {
  guard.allowStatus(401);
  const page = await as(null);
  await signInAs(page, 'owner@acme.test', 'not the one');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Wrong email or password.');
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveValue('not the one');
  await expect(page.getByLabel('Email')).toHaveValue('owner@acme.test');
});

test('a refused form clears nothing, passwords neither, and goes to the wrong field', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  await page.goto('/settings');
  await page.getByLabel('Current password').fill('not the one');
  await page.getByLabel('New password').fill('seven words and a stork');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This password is wrong.')).toBeVisible();
  await expect(page.getByLabel('Current password')).toBeFocused();
  await expect(page.getByLabel('Current password')).toHaveValue('not the one');
  await expect(page.getByLabel('New password')).toHaveValue('seven words and a stork');

  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(said(page)).toHaveText(/^Your password has changed/);
  await expect(page.getByRole('button', { name: 'Change password' })).toBeFocused();
  await expect(page.getByLabel('New password')).toHaveValue('');
});

test('what was saved is said by its name, where the person is', async ({ as }) => {
  const page = await as(null, { viewport: { width: 360, height: 740 } });
  await own(page);
  await page.goto('/settings');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toHaveText('Your name is now Ada Lovelace.');
  await expect(said(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/this computer/)).toBeVisible();
  await page.getByRole('button', { name: 'Close message' }).click();
  await expect(said(page)).toHaveCount(0);
});

test('an empty field says that it is empty, and required fields say so beforehand', async ({
  page,
}) => {
  await page.goto('/register');
  for (const name of ['Name', 'Email']) {
    await expect(page.getByLabel(name)).toHaveAttribute('required');
  }
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('This must not be empty.')).toHaveCount(2);
  await expect(page.getByLabel('Name')).toBeFocused();
});

test('a password can be shown while it is typed, and is sent hidden', async ({ as, guard }) => {
  guard.allowStatus(401);
  const page = await as(null);
  await page.goto('/sign-in');
  const field = page.getByLabel('Password');
  await field.fill('in plain sight');
  const show = page.getByRole('button', { name: 'Show', exact: true });
  await expect(show).toHaveAccessibleDescription('Password');
  await show.press('Enter');
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(field).toHaveAttribute('type', 'password');
  await show.click();
  await page.getByLabel('Email').fill('nobody@acme.test');
  await page.getByLabel('Email').press('Enter');
  await expect(field).toHaveAttribute('type', 'password');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();

  const bare = await as(null, { javaScriptEnabled: false });
  await bare.goto('/sign-in');
  await expect(bare.getByRole('button', { name: 'Show' })).toBeHidden();
});

test('on a phone no field makes the browser zoom', async ({ as }) => {
  const page = await as(null, { viewport: { width: 360, height: 740 } });
  for (const path of ['/sign-in', '/contact', '/docs', '/help']) {
    await page.goto(path);
    const fields = page.locator('input:visible, select:visible, textarea:visible');
    const sizes = await fields.evaluateAll((all) =>
      all.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
    );
    expect(sizes.length, path).toBeGreaterThan(0);
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16);
  }
});

test('who transferred a workspace is told whose it is, and what they are now', async ({ as }) => {
  const owner = await as(null);
  await own(owner, { workspace: 'Guild' });
  await belong(await as(null), owner, { name: 'Alex Kim' });
  await owner.goto('/members');
  await owner.getByText('Transfer ownership').first().click();
  await owner.getByLabel('Current password').fill(PASSWORD);
  await owner.getByRole('button', { name: 'Transfer ownership' }).click();
  await expect(said(owner)).toHaveText(/^Alex Kim now owns Guild\. You are an Admin: its API keys/);
  await expect(owner.getByRole('link', { name: 'API keys' })).toHaveCount(0);
  await expect(owner.locator('#main')).toBeFocused();
});

test('what was done is said where it covers nothing that has the focus, and goes with Escape', async ({
  as,
}) => {
  const page = await as(null, { viewport: { width: 360, height: 420 } });
  await own(page);
  await page.goto('/settings');
  const save = page.getByRole('button', { name: 'Save', exact: true }).first();
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await save.focus();
  await save.evaluate((button: HTMLButtonElement) => button.click());
  await expect(said(page)).toHaveText('Your name is now Ada Lovelace.');
  const overlap = async () => {
    const [focused, message] = [await save.boundingBox(), await said(page).boundingBox()];
    if (!focused || !message) return true;
    return focused.y < message.y + message.height && message.y < focused.y + focused.height;
  };
  // A browser keeps what it focuses away from the edges; who scrolls afterwards does not.
  for (const edge of ['bottom', 'top', 'bottom']) {
    await save.evaluate((button, edge) => {
      const { top, bottom } = button.getBoundingClientRect();
      scrollBy({ top: edge === 'top' ? top - 8 : bottom - innerHeight + 8, behavior: 'instant' });
    }, edge);
    await expect.poll(overlap, edge).toBe(false);
    await expect(save).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(said(page)).toHaveCount(0);
  await expect(save).toBeFocused();
});
