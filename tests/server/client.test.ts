import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';

const FOLDER = 'tests/client';
const MADE = ['openapi.json', 'made', 'built'].map((name) => `${FOLDER}/${name}`);
const GENERATORS = {
  'openapi-typescript': ['openapi.json', '--output', 'made/openapi-typescript.ts'],
  'openapi-ts': [],
  orval: [],
};

const runFile = promisify(execFile);
/** Where npm puts a program depends on what else needs its package. */
const PATH = [`${FOLDER}/node_modules/.bin`, 'node_modules/.bin'].map((path) => resolve(path));

async function run(program: string, args: string[] = [], given = {}): Promise<string> {
  const env = { ...process.env, ...given, PATH: [...PATH, process.env.PATH].join(delimiter) };
  const { stdout } = await runFile(program, args, { cwd: FOLDER, env }).catch((error) => {
    throw new Error(`${program}: ${error.stdout}${error.stderr}`);
  });
  return stdout;
}

let api: Awaited<ReturnType<typeof twoInstances>>;

beforeAll(async () => {
  api = await twoInstances();
  const document = await fetch(`${api.origins[0]}/api/openapi.json`);
  await writeFile(`${FOLDER}/openapi.json`, await document.text());
  const made = Object.entries(GENERATORS).map(([name, args]) => run(name, args));
  await Promise.all(made);
  const projects = ['tsconfig.json', 'tsconfig.hey-api.json'];
  await Promise.all(projects.map((name) => run('tsc', ['--project', name])));
}, 600_000);

afterAll(async () => {
  await api?.stop();
  for (const path of MADE) await rm(path, { recursive: true, force: true });
});

async function runClient(name: string): Promise<unknown> {
  const { secret } = await api.makeApiKey(await api.makeWorkspace());
  const key = { ZENDRHAX_URL: api.origins[0], ZENDRHAX_API_KEY: secret };
  return JSON.parse(await run('node', [`built/${name}.js`], key));
}

test('a client made of the document by a public generator lists, creates and pays an invoice', async () => {
  expect(await runClient('bill-a-customer')).toEqual({
    number: 'INV-000001',
    status: 'paid',
    total: 37_500,
    refusal: 'invoice_not_editable',
  });
});

test.each(['openapi-typescript', 'hey-api', 'orval'])(
  'a client of %s writes and reads the largest amount exactly, and is told by type why it is refused',
  async (name) => {
    expect(await runClient(name)).toEqual({
      amount: 9_007_199_254_740_991,
      refusal: [401, 'missing_credentials'],
    });
  },
);
