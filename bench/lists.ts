import { request } from '@playwright/test';
import { signIn } from '@/e2e/sign-in';
import { OWNER } from './database';
import type { Program } from './program';
import { median } from './quantile';
import { table } from './table';

const TIMES = 60;
const WARM_UP = 20;

const PAGES = {
  'first page': '/api-keys',
  'by name': '/api-keys?sort=name',
  'a name': '/api-keys?q=bench',
  'no such name': '/api-keys?q=nowhere',
  'never used': '/api-keys?state=never_used',
  'never expires': '/api-keys?state=never_expires',
  idle: '/api-keys?state=idle',
  ended: '/api-keys?state=ended',
};

/**
 * How long an Owner waits for a list of few keys, and of many: each page is asked for in turn at one
 * server and the other, one request after the other. A list of few keys has half a page of rows.
 * @returns a Markdown table
 */
export async function compareLists(few: Program, many: Program): Promise<string> {
  const programs = [few, many];
  await Promise.all(programs.map(({ start }) => start()));
  const cookies = await Promise.all(programs.map(cookieOf));
  const rows = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const times: [number[], number[]] = [[], []];
    for (let time = -WARM_UP; time < TIMES; time++) {
      for (const [index, { origin }] of programs.entries()) {
        const took = await get(`${origin}${path}`, cookies[index] ?? '');
        if (time >= 0) times[index]?.push(took);
      }
    }
    const [small, large] = times.map(median) as [number, number];
    const ratio = (large / small).toFixed(2);
    rows.push([name, small.toFixed(1), large.toFixed(1), `${ratio} (≤ 1.5)`]);
  }
  await Promise.all(programs.map(({ stop }) => stop()));
  return table(['', '10 keys, ms', '10,000 keys, ms', 'ratio'], rows);
}

async function cookieOf({ origin }: Program): Promise<string> {
  const context = await request.newContext({ baseURL: origin });
  await signIn({ request: context }, OWNER);
  const { cookies } = await context.storageState();
  await context.dispose();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** @returns milliseconds until the last byte */
async function get(address: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address, { headers: { Cookie: cookie }, redirect: 'error' });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return performance.now() - began;
}
