import { noCounts } from '@/lib/api-keys/usage/counts';
import { domain } from './database';
import { expect, prefer, said, test } from './fixtures';
import { confirmation, escapeConfirmation, makeKey, makeKeys, nameField, quotaLine } from './keys';
import { own, personOn } from './people';
import { planRow, switchButton, switchTo } from './plans';
import { catchAction, replay } from './replay';

test('at its limit a workspace is offered a switch before a revocation, and then a key', async ({
  page,
}) => {
  await own(page, { workspace: 'Forge' });
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

test('a downgrade says what it means, cuts nothing off, and allows no seventh key', async ({
  page,
  request,
}) => {
  await own(page, { workspace: 'Initech', plan: 'pro' });
  const keys = await makeKeys(page, ['One', 'Two', 'Three', 'Four', 'Five', 'Six']);
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
  const { db } = await domain();
  const { id: apiKeyId } = await db.apiKey.findFirstOrThrow({
    where: { workspaceId: String(personOn(page).workspaceId), name: 'One' },
  });
  const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  await db.apiKeyUsage.create({
    data: { apiKeyId, hour, endpoint: 'GET /api/invoices', ...noCounts(), succeeded: 18_001 },
  });

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
  await expect(confirmation(page)).toContainText('1 of your keys made more than that over an hour');
  const cancel = confirmation(page).getByRole('button', { name: 'Keep the current plan' });
  await expect(cancel).toBeFocused();
  expect(await answers()).toEqual(keys.map(() => [200, '1200']));

  await confirmation(page).getByRole('button', { name: 'Switch to Starter' }).click();
  await expect(confirmation(page)).toBeHidden();
  await expect(planRow(page, 'Starter')).toHaveAttribute('aria-current', 'true');
  await expect(planRow(page, 'Starter').locator(':focus')).toContainText('Current plan');
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

  await page.goto('/plans');
  await switchButton(page, 'Enterprise').click();
  await expect(confirmation(page)).toContainText('Active keys: unlimited instead of 5.');
});

test('a plan that is no longer sold is marked for who has it', async ({ as }) => {
  const page = await as('owner@hooli.test');
  await page.goto('/plans');
  await expect(planRow(page, 'Legacy')).toHaveAttribute('aria-current', 'true');
  await expect(planRow(page, 'Legacy')).toContainText('No API keys');
  await expect(page.getByText('This plan is no longer sold.')).toBeVisible();
  await switchButton(page, 'Starter').click();
  await expect(confirmation(page)).toContainText('You can generate API keys.');
  await escapeConfirmation(page);
  await page.goto('/plans?lang=es');
  await expect(page.getByText('Este plan ya no se vende.')).toBeVisible();
});

test('no plan is switched in a workspace that another tab chose', async ({ as }) => {
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
  await expect(planRow(otherTab, 'Starter')).toHaveAttribute('aria-current', 'true');
});

test('the server action does nothing for who is not the Owner, or from another origin', async ({
  as,
  request,
  guard,
}) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  await owner.goto('/plans');
  const action = await catchAction(owner, async () => {
    await switchButton(owner, 'Enterprise').click();
    await confirmation(owner).getByRole('button', { name: 'Switch to Enterprise' }).click();
  });
  await expect(confirmation(owner).getByRole('alert')).toContainText('There was no response');

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
  await expect(planRow(reader, 'Pro')).toHaveAttribute('aria-current', 'true');
});
