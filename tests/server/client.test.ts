import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';

const FOLDER = 'tests/client';
const MADE = ['openapi.json', 'api.ts', 'built'].map((name) => `${FOLDER}/${name}`);

let api: Awaited<ReturnType<typeof twoInstances>>;

beforeAll(async () => {
  api = await twoInstances();
});

afterAll(async () => {
  await api?.stop();
  for (const path of MADE) await rm(path, { recursive: true, force: true });
});

test('a client made of the document by a public generator lists, creates and pays an invoice', async () => {
  const run = (program: string, args: string[], env = {}) =>
    execFileSync(program, args, {
      cwd: FOLDER,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const document = await fetch(`${api.origins[0]}/api/openapi.json`);
  await writeFile(`${FOLDER}/openapi.json`, await document.text());
  run('node_modules/.bin/openapi-typescript', ['openapi.json', '--output', 'api.ts']);
  run('node_modules/.bin/tsc', ['--project', '.']);

  const { secret } = await api.makeApiKey(await api.makeWorkspace());
  const output = run('node', ['built/bill-a-customer.js'], {
    ZENDRHAX_URL: api.origins[0],
    ZENDRHAX_API_KEY: secret,
  });
  expect(JSON.parse(output)).toEqual({
    number: 'INV-000001',
    status: 'paid',
    total: 37_500,
    refusal: 'invoice_not_editable',
  });
});
