import type { Page } from '@playwright/test';
import { expect, prefer, test } from './fixtures';
import { mailWith } from './mail';

const main = (page: Page) => page.getByRole('main');

for (const javaScriptEnabled of [true, false]) {
  test(`someone writes to us ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const word = `Marker ${crypto.randomUUID()}`;
    const page = await as(null, { javaScriptEnabled });
    await page.goto('/contact');
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('Email').fill('grace@navy.test');
    await page.getByLabel('Topic').selectOption('Plans');
    await page.getByLabel('Message').fill(`Hello,\n\n${word}`);
    await main(page).getByRole('button', { name: 'Send message' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for your message');
    await expect(page).toHaveTitle(/^Thank you for your message/);

    const mail = await mailWith(word);
    expect(mail?.subject).toBe('Contact form: Plans');
    expect(mail?.replyTo).toBe('grace@navy.test');
    expect(mail?.text).toContain('Grace Hopper (grace@navy.test) writes:');
  });

  test(`what is wrong is said in Spanish and what was typed stays, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    await prefer(page, 'es');
    await page.goto('/contact');
    await page.getByLabel('Correo electrónico').fill('nadie');
    await page.getByLabel('Tema').selectOption('Seguridad');
    await page.getByLabel('Mensaje').fill('Hola');
    await main(page).getByRole('button', { name: 'Enviar mensaje' }).click();
    await expect(page.getByText('Esto no puede quedar vacío.')).toBeVisible();
    await expect(page.getByText('Esto no es una dirección de correo.')).toBeVisible();
    await expect(page.getByLabel('Nombre')).toHaveAttribute('aria-invalid', 'true');
    if (javaScriptEnabled) await expect(page.getByLabel('Nombre')).toBeFocused();
    await expect(page.getByLabel('Correo electrónico')).toHaveValue('nadie');
    await expect(page.getByLabel('Tema')).toHaveValue('security');
    await expect(page.getByLabel('Mensaje')).toHaveValue('Hola');
  });
}

test('for someone signed in, name and address are filled in', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/contact?topic=security');
  await expect(page.getByLabel('Name')).toHaveValue('Olivia Marsh');
  await expect(page.getByLabel('Email')).toHaveValue('owner@acme.test');
  await expect(page.getByLabel('Topic')).toHaveValue('security');
});

test('the field for programs is out of sight; whoever fills it in is told, and loses nothing', async ({
  page,
}) => {
  const word = `Filled in ${crypto.randomUUID()}`;
  await page.goto('/contact');
  const trap = page.locator('input[name=website]');
  await expect(trap).toBeHidden();
  await expect(page.getByRole('textbox')).toHaveCount(3);
  await page.getByLabel('Name').fill('A person');
  await page.getByLabel('Email').fill('person@helped.test');
  await page.getByLabel('Message').fill(word);
  await trap.evaluate((field: HTMLInputElement) => {
    field.value = 'https://helped.test';
  });
  await main(page).getByRole('button', { name: 'Send message' }).click();
  await expect(page.getByText('empty it and send again')).toBeVisible();
  await expect(trap).toBeFocused();
  expect(await mailWith(word)).toBeUndefined();
  await page.getByLabel('Leave this empty').fill('');
  await main(page).getByRole('button', { name: 'Send message' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for your message');
  expect((await mailWith(word))?.replyTo).toBe('person@helped.test');
});
