import type { Page } from '@playwright/test';
import { domain } from './database';
import { expect, t, test, words } from './fixtures';
import { confirmation, KEY, reveal, statusOf } from './keys';
import { addKey, belong, own, personOn } from './people';

test.use({ locale: 'es-ES' });

/** An Owner's page, and keys that a member holds. */
async function held(as: (email: null, options?: object) => Promise<Page>, names: string[]) {
  const owner = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own(owner, { plan: 'pro' });
  const member = await as(null);
  await belong(member, owner);
  const secrets: string[] = [];
  const { db } = await domain();
  for (const name of names) {
    const { id, secret } = await addKey(owner, name);
    secrets.push(secret);
    const data = { holderId: personOn(member).userId };
    await db.apiKey.update({ where: { id }, data });
  }
  return { owner, secrets };
}

async function remove(owner: Page): Promise<void> {
  await owner.goto('/members');
  await owner
    .getByRole('button', { name: t('members.remove.label', { name: 'Uma Patel' }) })
    .click();
  await expect(confirmation(owner)).toContainText(
    t('members.remove.keys', { name: 'Uma Patel', count: 3 }),
  );
  await confirmation(owner)
    .getByRole('button', { name: t('members.remove.confirm') })
    .click();
  await expect(owner).toHaveURL(/\/api-keys\/rotate$/);
}

const progress = (rotated: number, ended = 0) =>
  t('apiKeys.rotateMany.progress', { rotated, all: 3, ended });

test('from a removal to all keys rotated: one is shown after the other, and none is lost count of', async ({
  as,
  request,
}) => {
  const { owner, secrets } = await held(as, ['Books', 'Shop', 'Tax']);
  await owner.goto('/members');
  const member = owner.getByRole('listitem').filter({ hasText: 'Uma Patel' });
  await expect(member).toContainText(`${t('members.list.holds')}: Books, Shop, Tax`);
  await remove(owner);
  await expect(owner.getByText(progress(0)).first()).toBeVisible();

  await owner.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 3 }) }).click();
  const seen: string[] = [];
  for (const [index, name] of ['Books', 'Shop', 'Tax'].entries()) {
    const dialog = reveal(owner);
    await expect(dialog).toContainText(t('client.rotateInTurn.series', { at: index + 1, all: 3 }));
    await expect(dialog).toContainText(t('client.revealKey.lead', { name }));
    seen.push(String(await dialog.getByText(KEY).textContent()));
    const copy = dialog.getByRole('button', { name: t('client.revealKey.copy'), exact: true });
    await expect(copy).toBeFocused();
    const next = dialog.getByRole('button', {
      name: new RegExp(`^${t('client.rotateInTurn.next', { name: '' })}`),
    });
    if (index === 0) {
      // Not before it is copied.
      await next.click();
      await expect(dialog).toContainText(t('client.revealKey.tip.uncopied'));
    }
    await copy.click();
    await expect(dialog).toContainText(t('client.revealKey.tip.copied'));
    if (index < 2) await next.click();
    else await dialog.getByRole('button', { name: t('client.revealKey.done') }).click();
  }
  await expect(reveal(owner)).toBeHidden();
  expect(new Set([...secrets, ...seen]).size).toBe(6);
  for (const secret of [...secrets, ...seen]) expect(await statusOf(request, secret)).toBe(200);
  await expect(owner.getByText(progress(3)).first()).toBeVisible();
  await expect(owner.getByRole('button', { name: /^Rotar \d/ })).toHaveCount(0);
});

test('Done ends the turn: what was not rotated is still in the list', async ({ as }) => {
  const { owner } = await held(as, ['Books', 'Shop', 'Tax']);
  await remove(owner);
  await owner.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 3 }) }).click();
  const dialog = reveal(owner);
  await dialog.getByRole('button', { name: t('client.revealKey.copy'), exact: true }).click();
  await dialog.getByRole('button', { name: t('client.revealKey.done') }).click();
  await expect(dialog).toBeHidden();
  await expect(owner.getByText(progress(1)).first()).toBeVisible();
  await expect(
    owner.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 2 }) }),
  ).toBeVisible();
});

test('a key that somebody else has ended meanwhile ends the turn, which says so', async ({
  as,
}) => {
  const { owner } = await held(as, ['Books', 'Shop', 'Tax']);
  await remove(owner);
  const { db } = await domain();
  const { workspaceId } = personOn(owner);
  const first = { workspaceId: String(workspaceId), name: 'Books' };
  await db.apiKey.updateMany({ where: first, data: { revokedAt: new Date() } });
  await owner.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 3 }) }).click();
  await expect(owner.getByText(t('client.rotateInTurn.failed', { name: 'Books' }))).toBeVisible();
  await expect(reveal(owner)).toBeHidden();
  await expect(owner.getByText(progress(1, 1)).first()).toBeVisible();
});

test('without a key to rotate the page says so', async ({ page }) => {
  const t = words.en;
  await own(page, { language: 'en' });
  await page.goto('/api-keys/rotate');
  await expect(page.getByText(t('apiKeys.rotateMany.none.title'))).toBeVisible();
});
