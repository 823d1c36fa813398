import { chromium, type Page } from '@playwright/test';
import { signIn } from '@/e2e/sign-in';
import { OWNER } from './database';
import { hammer } from './load';
import type { Program } from './program';

const CLIENTS = 32;
const TIMES = 20;

/**
 * How long an Owner waits for the answer to Revoke while clients hammer the API, from the click that
 * confirms to the end of the question, in a browser, with a thousand keys in the list.
 */
export async function watchRevoke(program: Program, keyFile: string): Promise<void> {
  await program.start();
  const executablePath = process.env.ZENDRHAX_CHROMIUM;
  const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
  const context = await browser.newContext({ baseURL: program.origin, locale: 'en' });
  const page = await context.newPage();
  await signIn(page, OWNER);
  await page.goto('/api-keys');
  await page.getByRole('button', { name: 'Revoke' }).first().waitFor();

  const stop = hammer({ name: 'load', program, path: '/api/me', keyFile }, CLIENTS);
  const waits: number[] = [];
  for (let time = 0; time < TIMES; time++) waits.push(await revoke(page));
  stop();
  await browser.close();
  await program.stop();

  waits.sort((one, other) => one - other);
  const [median, last] = [waits[TIMES / 2] ?? 0, waits.at(-1) ?? 0];
  console.log(
    `\nRevoke while ${CLIENTS} clients hammer, ${TIMES} times: answered after ${median.toFixed(0)} ms (median), ${last.toFixed(0)} ms (the longest, ≤ 1,000)`,
  );
}

/** @returns milliseconds from the click to the end of the question */
async function revoke(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click();
  const question = page.getByRole('alertdialog');
  const confirm = question.getByRole('button', { name: 'Revoke key' });
  await confirm.waitFor();
  const began = performance.now();
  await confirm.click();
  await question.waitFor({ state: 'hidden' });
  return performance.now() - began;
}
