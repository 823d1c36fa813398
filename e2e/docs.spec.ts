import { expect, prefer, test } from './fixtures';
import { operation, tryIt } from './reference';

const OWNER = 'owner@umbrella.test';

test('every operation of the OpenAPI document is on the page, under its own anchor', async ({
  page,
}) => {
  const document = await (await page.request.get('/api/openapi.json')).json();
  await page.goto('/docs');
  await expect(page).toHaveTitle(/^API reference/);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, summary }] of Object.entries(methods as object)) {
      const section = operation(page, operationId);
      await expect(section.getByRole('heading', { level: 3 })).toHaveText(summary);
      await expect(section.getByText(path, { exact: true })).toBeVisible();
      await expect(section.getByText(method.toUpperCase(), { exact: true })).toBeVisible();
      await expect(page.getByRole('navigation').locator(`a[href="#${operationId}"]`)).toHaveText(
        summary,
      );
    }
  }
  const create = operation(page, 'createInvoice');
  await expect(create.getByText('Scope invoices:write')).toBeVisible();
  await expect(create.getByRole('link', { name: 'validation_failed' })).toHaveAttribute(
    'href',
    '/help/errors#validation_failed',
  );
});

test('a language that is chosen once is chosen for every sample, and copied', async ({ as }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/docs');
  const one = operation(page, 'listInvoices');
  await expect(one.getByRole('region', { name: 'Sample in curl' })).toBeVisible();
  await one.getByText('Python', { exact: true }).click();
  const other = operation(page, 'createInvoice');
  await expect(other.getByRole('region', { name: 'Sample in Python' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Sample in curl' })).toBeHidden();
  // Samples further up have changed their height; what was clicked stays where it was.
  const last = operation(page, 'getKey').getByText('curl', { exact: true });
  await last.scrollIntoViewIfNeeded();
  const before = await last.boundingBox();
  await last.click();
  await expect(other.getByRole('region', { name: 'Sample in curl' })).toBeVisible();
  const after = await last.boundingBox();
  expect(Math.abs(Number(after?.y) - Number(before?.y))).toBeLessThanOrEqual(2);

  await other.getByRole('radio', { name: 'curl' }).press('ArrowRight');
  await expect(one.getByRole('region', { name: 'Sample in JavaScript' })).toBeVisible();
  await other.getByRole('button', { name: 'Copy Sample in JavaScript' }).click();
  await expect(other.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^const response/);
});

test('in Spanish the page is Spanish: titles, descriptions, types; code is marked as English', async ({
  page,
}) => {
  await prefer(page, 'es');
  await page.goto('/docs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referencia de la API');
  await expect(page.getByRole('heading', { name: 'Autenticación' })).toBeVisible();
  const list = await tryIt(page, 'listInvoices');
  await expect(list.getByText('Permiso invoices:read')).toBeVisible();
  await expect(list.getByText('Parámetros de la consulta')).toBeVisible();
  await expect(list.getByRole('heading', { level: 3 })).toHaveText('Listar facturas');
  await expect(list.getByText('Solo las facturas creadas a esta hora o después.')).toBeVisible();
  await expect(list.getByText('fecha y hora').first()).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'En esta página' }).getByRole('link'),
  ).toContainText(['URL base', 'Listar facturas', 'Probar una clave']);
  await expect(list.locator('pre').first()).toHaveAttribute('lang', 'en');
  await expect(list.getByLabel('Clave de API')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the languages of a sample scroll beside the button that copies it', async ({ page }) => {
    await page.goto('/docs#createInvoice');
    const create = operation(page, 'createInvoice');
    const languages = await create.locator('fieldset').first().boundingBox();
    const copy = await create.getByRole('button', { name: 'Copy Sample' }).boundingBox();
    expect(Number(languages?.x) + Number(languages?.width)).toBeLessThanOrEqual(Number(copy?.x));
  });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('operations are folded, the contents lead to one and open it, and are always at hand', async ({
        page,
      }) => {
        await page.goto('/docs');
        const height = await page.evaluate(() => document.body.scrollHeight);
        expect(height).toBeLessThan(11_000);
        const create = operation(page, 'createInvoice');
        await expect(create.getByRole('heading', { level: 3 })).toBeVisible();
        await expect(create.getByText('unit_amount', { exact: true }).first()).toBeHidden();

        const contents = page.getByRole('navigation', { name: 'On this page' });
        await contents.getByRole('link', { name: 'Create an invoice' }).click();
        await expect(create.getByRole('heading', { level: 3 })).toBeInViewport();
        await expect(create.getByText('unit_amount', { exact: true }).first()).toBeVisible();
        const other = operation(page, 'payInvoice');
        await expect(other.getByText('Path parameters')).toBeHidden();
        await other.getByText('Parameters, samples and responses').click();
        await expect(other.getByText('Path parameters')).toBeVisible();

        const back = page.getByRole('main').getByRole('link', { name: 'On this page' });
        await expect(back).toBeInViewport();
        await back.click();
        await expect(contents.getByRole('link', { name: 'List invoices' })).toBeInViewport();
      });
    });
  }
});

test('the first thing on the page is the way to a first invoice', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/docs');
  await expect(page.getByRole('link', { name: 'Your first invoice' })).toBeInViewport({ ratio: 1 });
});

test('the page leads to the first invoice, to what may change and to what has changed', async ({
  page,
}) => {
  for (const [name, path] of [
    ['Your first invoice', '/help/first-invoice'],
    ['Compatibility', '/help/compatibility'],
    ['changelog', '/help/changelog'],
  ] as const) {
    await page.goto('/docs');
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('the page leads to itself from the header, the footer and the keys', async ({ as }) => {
  const page = await as(OWNER);
  for (const [from, place] of [
    ['/', 'banner'],
    ['/', 'contentinfo'],
    ['/api-keys', 'main'],
  ] as const) {
    await page.goto(from);
    await page.getByRole(place).getByRole('link', { name: 'API reference' }).click();
    await expect(page).toHaveURL(/\/docs$/);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the reference reads fully, samples in each language too', async ({ page }) => {
    await page.goto('/docs');
    const create = operation(page, 'createInvoice');
    await expect(create.getByText('unit_amount', { exact: true }).first()).toBeVisible();
    await expect(create.getByRole('region', { name: 'Sample in curl' })).toBeVisible();
    await create.getByText('Python', { exact: true }).click();
    await expect(create.getByRole('region', { name: 'Sample in Python' })).toContainText('urlopen');
    for (const [language, words] of [
      ['Go', 'http.NewRequest'],
      ['PHP', 'curl_init'],
      ['Ruby', 'Net::HTTP::Post'],
    ] as const) {
      await create.getByText(language, { exact: true }).click();
      await expect(create.getByRole('region', { name: `Sample in ${language}` })).toContainText(
        words,
      );
    }
    await create.getByText('JavaScript', { exact: true }).click();
    await expect(create.getByRole('region', { name: 'Sample in JavaScript' })).toContainText(
      'await fetch',
    );
    await expect(page.locator('noscript p')).toHaveText(/needs JavaScript/);
  });
});
