import type { Page, Route } from '@playwright/test';
import { signInAs } from './accounts';
import { expect, prefer, said, test, words } from './fixtures';
import { closeReveal, generateButton, makeKeys, nameField, openKeys, rowOf } from './keys';
import { own, PASSWORD, signInByRow } from './people';

/** What happens to a request between the browser and the action. */
const WAYS = {
  lost: (route: Route) => route.abort(),
  // As a gateway does whose server is away.
  refused: (route: Route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  // The server itself answers: it knows no such action.
  outdated: (route: Route) =>
    route.continue({ headers: { ...route.request().headers(), 'next-action': '40'.repeat(21) } }),
  ours: (route: Route) =>
    route.fulfill({
      status: 500,
      contentType: 'text/x-component',
      body: '0:{"a":"$@1"}\n1:E{"digest":"1234567890"}\n',
    }),
};

type Way = keyof typeof WAYS;

/** What is done on a page, while its requests to actions meet that. */
async function meeting(page: Page, way: Way, work: () => Promise<void>): Promise<void> {
  const meet = (route: Route) =>
    route.request().method() === 'POST' ? WAYS[way](route) : route.continue();
  await page.route('**/*', meet);
  await work();
  await page.unroute('**/*', meet);
}

const ADVICE = {
  lost: 'kept',
  refused: 'kept',
  outdated: 'reloadKept',
  ours: 'kept',
} as const;

for (const language of ['en', 'es'] as const) {
  test(`a form that got no answer says why, and keeps what was typed, in ${language}`, async ({
    as,
    guard,
  }) => {
    guard.allow(/net::ERR_FAILED/);
    guard.allowStatus(404, 409, 500, 502);
    const t = words[language];
    const page = await as(null);
    await prefer(page, language);
    await page.goto('/contact');
    const main = page.getByRole('main');
    const typed = {
      name: 'Grace Hopper',
      email: 'grace@navy.test',
      message: 'What took an hour\nto write.',
    };
    for (const [name, text] of Object.entries(typed)) {
      await main.locator(`[name=${name}]`).fill(text);
    }
    await main.locator('[name=topic]').selectOption('plans');
    const expectAll = async () => {
      for (const [name, text] of Object.entries(typed)) {
        await expect(main.locator(`[name=${name}]`)).toHaveValue(text);
      }
      await expect(main.locator('[name=topic]')).toHaveValue('plans');
    };
    for (const way of ['lost', 'refused', 'ours', 'outdated'] as const) {
      await meeting(page, way, async () => {
        await main.getByRole('button', { name: t('contact.submit') }).click();
        const why = t(`client.unanswered.${way}`, { id: '1234567890' });
        await expect(main.getByRole('alert')).toHaveText(
          `${why} ${t(`client.unanswered.${ADVICE[way]}`)}`,
        );
      });
      await expectAll();
    }
    // The page is the former release's until it is loaded anew, and what was typed is there again.
    await page.reload();
    await expectAll();
    await expect(main.getByText(t('client.unanswered.draft'))).toBeVisible();
    await page.reload();
    await expect(main.locator('[name=message]')).toHaveValue('');
  });
}

test('a step beside forms that got no answer is said, and what is typed on the page stays', async ({
  page,
  guard,
}) => {
  guard.allowStatus(502);
  await own(page, { plan: 'pro' });
  await makeKeys(
    page,
    Array.from({ length: 8 }, (_, index) => `Key ${index}`),
  );
  await nameField(page).fill('Half typed');
  const why = `${words.en('client.unanswered.refused')} ${words.en('client.unanswered.again')}`;
  const account = page.getByRole('button', { name: /^Account of/ });
  const steps = [
    () => page.getByRole('button', { name: 'es', exact: true }).first().click(),
    // A key is posted: all else that is searched for is an address.
    () => page.getByRole('searchbox').fill(`sk_${'0'.repeat(64)}`),
    async () => {
      await account.click();
      await page.getByRole('button', { name: 'Dark' }).click();
    },
    async () => {
      await account.click();
      await page.getByRole('button', { name: 'Sign out' }).click();
    },
  ];
  await meeting(page, 'refused', async () => {
    for (const step of steps) {
      await step();
      await expect(said(page)).toHaveText(why);
      await page.getByRole('button', { name: 'Close message' }).click();
      await expect(said(page)).toHaveCount(0);
    }
  });
  await page.keyboard.press('Escape');
  await expect(nameField(page)).toHaveValue('Half typed');
  await generateButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Half typed')).toBeVisible();
});

test('a sign-in that got no answer says why, and keeps what was typed', async ({ page, guard }) => {
  guard.allow(/net::ERR_FAILED/);
  guard.allowStatus(502);
  const t = words.en;
  for (const way of ['lost', 'refused'] as const) {
    await meeting(page, way, async () => {
      await signInAs(page, 'owner@acme.test', 'typed with care');
      await expect(page.getByRole('main').getByRole('alert')).toHaveText(t(`client.signIn.${way}`));
      await expect(page.getByLabel('Email')).toHaveValue('owner@acme.test');
      await expect(page.getByLabel('Password')).toHaveValue('typed with care');
    });
  }
});

test('a mailed link that got no answer stays in the address, where a reload opens it', async ({
  page,
  guard,
}) => {
  guard.allowStatus(502);
  const code = 'c'.repeat(43);
  await meeting(page, 'refused', async () => {
    await page.goto(`/reset-password#${code}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      words.en('client.unanswered.refused'),
    );
    await expect(page).toHaveURL(`/reset-password#${code}`);
  });
  await page.reload();
  await expect(page).toHaveURL('/reset-password');
});

test('what was typed outlives the end of a session, for whoever typed it', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  await page.goto('/settings');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.context().clearCookies({ name: 'zendrhax.session' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your session had ended')).toBeVisible();

  const other = await as(null);
  const { email: stranger } = await own(other, { name: 'Somebody else' });
  await signInByRow(page, stranger);
  await page.goto('/settings');
  await expect(page.getByLabel('Your name')).toHaveValue('Somebody else');

  await page.context().clearCookies({ name: 'zendrhax.session' });
  await page.goto('/settings');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
  await expect(page.getByText(words.en('client.unanswered.draft'))).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toHaveText('Your name is now Ada Lovelace.');
});

test('where the browser forbids its storage, all works but that', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  await own(page, { plan: 'starter' });
  await openKeys(page);
  await nameField(page).fill('Without storage');
  await generateButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Without storage')).toBeVisible();
  await nameField(page).fill('Once more');
  await page.context().clearCookies({ name: 'zendrhax.session' });
  await generateButton(page).click();
  await expect(page.getByText('Your session had ended')).toBeVisible();
});
