import { randomBytes } from 'node:crypto';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOptions } from '@/e2e/browser';
import { patient } from '@/e2e/patient';
import { signIn } from '@/e2e/sign-in';
import { type PostgresServer, startPostgres } from '../support/postgres';
import {
  prepareDatabase,
  type RunningServer,
  runInProduction,
  startServer,
} from '../support/server';

let postgres: PostgresServer;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase('outage');
  const settings = {
    DATABASE_URL: postgres.url('outage'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: 'http://localhost:3000',
  };
  expect(await prepareDatabase(settings)).toMatchObject({ code: 0 });
  expect(await runInProduction('scripts/seed.ts', settings)).toMatchObject({ code: 0 });
  const { NEXTAUTH_URL: _, ...rest } = settings;
  server = await startServer(rest);
  browser = await chromium.launch(launchOptions);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await postgres?.stop();
});

test('while the database is away the page says so, and it comes back by itself', async () => {
  const page = patient(await browser.newPage({ baseURL: server.origin }));
  await signIn(page, 'owner@acme.test');

  await postgres.crash();
  await page.goto('/api-keys');
  await page.getByRole('heading', { name: 'The database does not respond' }).waitFor();
  await page.goto('/');
  await page.getByRole('heading', { name: 'API keys that end when you say so' }).waitFor();
  await page.goto('/docs');
  await page.getByRole('heading', { name: 'Create an invoice' }).waitFor();
  await page.goto('/help/api-keys');
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('The database does not respond right now. Reload the page').waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('owner@acme.test');
  await page.getByLabel('Password').fill('zendrhax-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Signing in does not work right now.').waitFor();

  await page.goto('/api-keys');
  await page.getByRole('heading', { name: 'The database does not respond' }).waitFor();
  await postgres.restart();
  await page.getByRole('heading', { name: 'API keys', exact: true }).waitFor();
  await page.close();
});

test('an action during an outage says where to see whether anything was changed', async () => {
  const page = patient(await browser.newPage({ baseURL: server.origin }));
  await signIn(page, 'owner@globex.test');
  await page.goto('/api-keys');
  await page.getByLabel('Name').fill('During the outage');

  await postgres.crash();
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByText('The database does not respond').waitFor();

  await postgres.restart();
  await page.goto('/api-keys');
  await page.getByText('0 of 5 active keys').waitFor();
  await page.close();
});
