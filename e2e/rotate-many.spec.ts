import type { Page } from '@playwright/test';
import { domain } from './database';
import { expect, t, test, words } from './fixtures';
import { confirmation, KEY, reveal, statusOf } from './keys';
import { addKey, addPair, belong, own, personOn } from './people';
import { addRows } from './rows';

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
  // Of those that match nothing none is meant, rather than those that somebody knows.
  await owner.goto('/api-keys/rotate?all=1&q=nothing');
  await expect(owner.getByText(t('apiKeys.rotateMany.ended.title'))).toBeVisible();
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

test('keys chosen in the list are rotated in turn, and those that cannot be are named with the reason', async ({
  page,
  request,
}) => {
  await own(page, { plan: 'pro' });
  const { secret } = await addKey(page, 'Books');
  await addKey(page, 'Shop');
  await addPair(page, 'Tax');
  const { id } = await addKey(page, 'On hold');
  const { db } = await domain();
  await db.apiKey.update({ where: { id }, data: { pausedAt: new Date() } });
  expect(await statusOf(request, secret)).toBe(200);
  await page.goto('/api-keys');
  await page.getByRole('checkbox', { name: t('apiKeys.table.chooseAll') }).check();
  await page.getByRole('button', { name: t('client.chosen.rotate', { count: 5 }) }).click();

  const words = { rotated: 1, all: 5, ended: 0 };
  await expect(page.getByText(t('apiKeys.rotateMany.progress', words)).first()).toBeVisible();
  await expect(page.getByText(t('apiKeys.rotateMany.blocked', { count: 2 }))).toBeVisible();
  const items = page.getByRole('list', { name: t('apiKeys.rotateMany.list') });
  await expect(items.getByText(t('apiKeys.rotateMany.steps.paused'))).toHaveCount(1);
  await expect(items.getByText(t('apiKeys.rotateMany.steps.new'))).toHaveCount(1);
  const loss = page.getByText(t('apiKeys.consequence.ofMany.rotate', { keys: 2, count: 1 }));
  await expect(loss).toBeHidden();
  await page.getByLabel(t('client.rotateInTurn.retire')).selectOption('now');
  await expect(loss).toBeVisible();
  await page.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 2 }) }).click();
  await expect(reveal(page)).toContainText(t('client.rotateInTurn.series', { at: 1, all: 2 }));
  expect(await statusOf(request, secret)).toBe(401);
});

test('all keys that match are rotated in turn, also as many as can be chosen; of more it is said', async ({
  page,
}) => {
  await own(page, { plan: 'enterprise' });
  await addRows(page, 200);
  await page.goto('/api-keys');
  const choose = () => page.getByRole('checkbox').nth(1).check();
  await choose();
  const all = page.getByRole('checkbox', {
    name: t('apiKeys.table.chooseMatching', { count: 200 }),
  });
  await all.check();
  await page.getByRole('button', { name: t('client.chosen.rotate', { count: 200 }) }).click();
  await page.getByRole('button', { name: t('client.rotateInTurn.submit', { count: 200 }) }).click();
  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.done') })
    .click();
  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.closeAnyway') })
    .click();
  await expect(reveal(page)).toBeHidden();
  // The new key matches as well, and is none of those that were meant.
  const words = { rotated: 1, all: 200, ended: 0 };
  const rest = page.getByRole('button', {
    name: t('client.rotateInTurn.submit', { count: 199 }),
  });
  for (const again of [() => Promise.resolve(), () => page.reload()]) {
    await again();
    await expect(page.getByText(t('apiKeys.rotateMany.progress', words)).first()).toBeVisible();
    await expect(rest).toBeVisible();
  }
  // The address names them all by now. Sent a second time, as where the request came from, it would make
  // headers longer than servers take: browsers leave out one of more than 4,096 characters.
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await rest.click();
  const { referer } = await (await sent).allHeaders();
  expect(referer).toBe(new URL('/', page.url()).href);
  await expect(reveal(page)).toContainText(t('client.rotateInTurn.series', { at: 1, all: 199 }));

  await page.goto('/api-keys');
  await choose();
  await expect(page.getByText(t('apiKeys.table.tooMany', { count: 202, most: 200 }))).toBeVisible();
  await expect(all).toHaveCount(0);
});

test('without a key to rotate the page says so', async ({ page }) => {
  const t = words.en;
  await own(page, { language: 'en' });
  await page.goto('/api-keys/rotate');
  await expect(page.getByText(t('apiKeys.rotateMany.none.title'))).toBeVisible();
});
