import { expect, prefer, t, test, words } from './fixtures';
import { openKeys } from './keys';
import { addWorkspace, own } from './people';

test.use({ locale: 'es-ES' });

const SIGNED_IN = ['/api-keys', '/invoices', '/members', '/settings', '/settings/workspace'];
const PUBLIC = ['/', '/plans', '/help', '/help/api-keys', '/docs', '/contact', '/legal/terms'];

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`every page leads an Owner everywhere, and keeps their workspace, in ${language}`, async ({
    as,
    guard,
  }) => {
    guard.allowStatus(404);
    const page = await as(null);
    await own(page, { language, workspace: 'Forge' });
    for (const path of [...SIGNED_IN, ...PUBLIC, '/nowhere']) {
      await page.goto(path);
      const header = page.getByRole('banner');
      await expect(header.getByRole('button', { name: /Forge$/ }), path).toBeVisible();
      const links = header.getByRole('navigation').getByRole('link');
      await expect(links, path).toHaveText([
        t('shell.apiKeys'),
        t('shell.invoices'),
        t('shell.members'),
        t('shell.settings'),
        t('site.plans'),
        t('site.help'),
        t('site.reference'),
      ]);
      await header.getByRole('button', { name: /@/ }).click();
      const home = header.getByRole('link', { name: t('site.home') });
      await expect(home, path).toHaveAttribute('href', '/');
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/members');
    const header = page.getByRole('banner');
    await header.getByRole('button', { name: /@/ }).click();
    for (const name of ['home', 'plans', 'help', 'reference'] as const) {
      await expect(header.getByRole('link', { name: t(`site.${name}`) })).toBeVisible();
    }
  });

  test(`what is not there has a title and the navigation, in ${language}`, async ({
    as,
    guard,
  }) => {
    guard.allowStatus(404);
    const page = await as(null);
    await prefer(page, language);
    await page.goto('/nowhere');
    await expect(page).toHaveTitle(`${t('notFound.title')} · Zendrhax`);
    await expect(
      page.getByRole('banner').getByRole('link', { name: t('site.home') }),
    ).toBeVisible();
    const footer = page.getByRole('contentinfo');
    for (const name of ['privacy', 'terms'] as const) {
      await expect(footer.getByRole('link', { name: t(`site.${name}`) })).toBeVisible();
    }
    await expect(footer).toContainText(`© ${new Date().getFullYear()} Zendrhax`);
  });
}

test('at 320 px the name of the workspace is whole', async ({ as }) => {
  const page = await as('owner@acme.test', { viewport: { width: 320, height: 640 } });
  await page.goto('/members');
  const name = page.getByRole('button', { name: /ahora Acme$/ }).getByText('Acme');
  const [shown, needed] = await name.evaluate((it) => [it.clientWidth, it.scrollWidth]);
  expect(shown).toBe(needed);
});

test('at 320 px no menu touches an edge of the window', async ({ as }) => {
  const page = await as('owner@acme.test', { viewport: { width: 320, height: 640 } });
  await page.goto('/members');
  for (const menu of [/ahora Acme$/, /owner@acme\.test/]) {
    await page.getByRole('button', { name: menu }).click();
    const open = page.locator('[popover]:popover-open');
    await expect(open).toBeVisible();
    const box = await open.boundingBox();
    expect(Number(box?.x)).toBeGreaterThanOrEqual(16);
    expect(Number(box?.x) + Number(box?.width)).toBeLessThanOrEqual(304);
    await page.keyboard.press('Escape');
  }
});

test('a switch of workspace leaves the keyboard where it was, or at the page', async ({ as }) => {
  const page = await as(null);
  await own(page, { workspace: 'One' });
  await addWorkspace(page, 'Two');
  await openKeys(page);
  const switcher = (name: string) =>
    page.getByRole('button', { name: new RegExp(`ahora ${name}$`) });
  const choose = async (from: string, to: string) => {
    await switcher(from).press('Enter');
    await page.getByRole('button', { name: `${to} Propietario` }).press('Enter');
    await expect(page).toHaveURL('/api-keys');
    await expect(switcher(to)).toBeVisible();
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
  };
  await choose('Two', 'One');
  await expect(switcher('One')).toBeFocused();
  await page.goto('/members');
  await choose('One', 'Two');
  await expect(switcher('Two')).toBeFocused();
  // From a public page, whose header is another one.
  await page.goto('/plans');
  await choose('Two', 'One');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a menu that led to another page is closed', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/api-keys');
  await page.getByRole('button', { name: /owner@acme\.test/ }).click();
  await page.getByRole('link', { name: t('shell.accountSettings') }).click();
  await expect(page).toHaveURL('/settings');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
});

test('the arrow keys move within an open menu, and nothing behind it', async ({ as }) => {
  const page = await as('owner@acme.test', { viewport: { width: 1280, height: 500 } });
  await page.goto('/api-keys');
  const focused = page.locator(':focus');
  await page.getByRole('button', { name: /owner@acme\.test/ }).press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveText(t('theme.system'));
  await page.keyboard.press('End');
  await expect(focused).toHaveText(t('shell.signOut'));
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveText(t('theme.system'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText(t('site.home'));
  expect(await page.evaluate(() => window.scrollY)).toBe(0);

  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
});

test('the picture on the home page shows all its steps from the start', async ({ page }) => {
  await page.goto('/', { waitUntil: 'commit' });
  const last = page.getByText('401 Unauthorized');
  await expect(last).toBeVisible();
  const opacity = await last.evaluate((it) => {
    let least = 1;
    for (let at: Element | null = it; at; at = at.parentElement) {
      least = Math.min(least, Number(getComputedStyle(at).opacity));
    }
    return least;
  });
  expect(opacity).toBe(1);
});

test('what a workspace does not have is said within its one frame', async ({ as, guard }) => {
  guard.allowStatus(404);
  const page = await as(null);
  await own(page, { workspace: 'Forge' });
  const nothing = crypto.randomUUID();
  for (const path of [
    `/invoices/${nothing}`,
    `/api-keys/${nothing}`,
    '/help/nothing',
    '/nowhere',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: t('notFound.title') }), path).toBeVisible();
    await expect(page.locator('header[data-workspace]'), path).toHaveCount(1);
    await expect(page.locator('main'), path).toHaveCount(1);
  }
});

test('where the browser knows no popovers, what is in them stands in the page', async ({ as }) => {
  const page = await as(null, { viewport: { width: 360, height: 740 } });
  // As such a browser would read the style sheet and the elements.
  await page.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(
      /@supports not selector\(:popover-open\)/g,
      '@supports (display:block)',
    );
    await route.fulfill({ response: answer, body });
  });
  await page.addInitScript(() => {
    for (const name of ['popover', 'hidePopover', 'showPopover', 'togglePopover']) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
    }
    new MutationObserver(() => {
      for (const menu of document.querySelectorAll('[popover]')) menu.removeAttribute('popover');
    }).observe(document, { childList: true, subtree: true });
  });
  await own(page, { workspace: 'Forge' });
  await page.goto('/members');
  await expect(page.locator('[popovertarget]:visible')).toHaveCount(0);
  const header = page.getByRole('banner');
  for (const name of [
    t('shell.accountSettings'),
    t('shell.allWorkspaces'),
    t('shell.newWorkspace'),
  ]) {
    await expect(header.getByRole('link', { name })).toBeVisible();
  }
  const covered = await header.evaluate((box) => box.scrollHeight > box.clientHeight + 1);
  expect(covered, 'the header is as high as what is in it').toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await header.getByRole('link', { name: t('shell.accountSettings') }).click();
  await expect(page).toHaveURL('/settings');
  await header.getByRole('button', { name: t('shell.signOut') }).click();
  await expect(page).toHaveURL('/');
});
