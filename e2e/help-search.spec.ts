import { expect, prefer, test, words } from './fixtures';
import { ARTICLES, contents, results, search } from './help';

test('a search finds words in any case, with or without accents, and shows the place', async ({
  page,
}) => {
  await prefer(page, 'es');
  await page.goto('/help');
  for (const query of ['contraseña', 'CONTRASENA']) {
    await search(page).fill(query);
    await search(page).press('Enter');
    await expect(page).toHaveURL(`/help?q=${encodeURIComponent(query)}`);
    await expect(results(page)).toHaveCount(4);
    await expect(results(page).first().getByRole('link')).toBeVisible();
    await expect(results(page).first().locator('mark').first()).toHaveText(/contraseña/i);
    await expect(search(page)).toHaveValue(query);
  }
  await search(page).fill('idempotency_key_reused');
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(results(page).getByRole('link')).toHaveText(['Usar la API', 'Errores de la API']);
  await results(page).getByRole('link', { name: 'Errores de la API' }).click();
  await expect(page).toHaveURL('/help/errors');
});

test('a search that finds nothing says so, as text, and offers all articles', async ({ page }) => {
  await page.goto(`/help?q=${encodeURIComponent('<img src=x>zzzz')}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Nothing found for “<img src=x>zzzz”',
  );
  await expect(page.getByRole('link', { name: 'ask us' })).toHaveAttribute('href', '/contact');
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(
    ARTICLES.length,
  );
  for (const query of ['q=', 'q=%20', 'q=a&q=b', '']) {
    await page.goto(`/help?${query}`);
    await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(
      ARTICLES.length,
    );
  }
});

const KEY = `sk_${'a1'.repeat(32)}`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript, too', () => {
    test.use({ javaScriptEnabled });

    test('a key in the search stays out of addresses', async ({ page }) => {
      const urls: string[] = [];
      page.on('request', (request) => urls.push(request.url()));
      await page.goto('/help');
      for (const text of [KEY, `  ${KEY} `, `Authorization: Bearer ${KEY}`, KEY.slice(0, 40)]) {
        await search(page).fill(text);
        await search(page).press('Enter');
        await page.getByRole('button', { name: 'Search', exact: true }).click();
        await expect(search(page)).toBeFocused();
        await expect(search(page)).toHaveAccessibleDescription(/without an API key/);
        await expect(search(page)).toHaveValue(text);
      }
      await search(page).fill('sk_');
      await search(page).press('Enter');
      await expect(page).toHaveURL('/help?q=sk_');
      expect(urls.filter((url) => url.includes('sk_a1'))).toEqual([]);
    });
  });
}

test('a key in the address of a search is taken out of it, and is not shown', async ({ page }) => {
  await page.goto(`/help?q=+${KEY}+`);
  await expect(page).toHaveURL(/\/help\?refused=?$/);
  await expect(page.getByText('so nothing was searched')).toBeVisible();
  expect(await page.content()).not.toContain('sk_a1');
  await page.getByRole('link', { name: 'rotate the key' }).click();
  await expect(page).toHaveURL('/help/api-keys#rotate-a-key');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('searching, reading and answering work', async ({ page }) => {
    await prefer(page, 'es');
    await page.goto('/help');
    await search(page).fill('gitleaks');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page).toHaveURL('/help?q=gitleaks');
    await results(page).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mantener a salvo las claves');
    await contents(page).getByRole('link', { name: 'Comprobar con gitleaks' }).click();
    await expect(page).toHaveURL(/#check-with-gitleaks$/);
    await expect(
      page.getByRole('heading', { name: 'Comprobar con gitleaks', exact: true }),
    ).toBeInViewport();

    await page.getByRole('button', { name: 'No del todo' }).click();
    await expect(page).toHaveURL(/\/help\/keeping-keys-safe#feedback$/);
    await expect(page.getByText(words.es('help.feedback.thanks'))).toBeInViewport();
    await expect(page.getByRole('button', { name: 'No del todo' })).toHaveCount(0);
  });
});
