import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '@/lib/reference/operation';
import { referenceOf } from '@/lib/reference/reference';
import { type Language, samplesOf } from '@/lib/reference/samples';
import { twoInstances } from '../support/api-server';

const RUN: Record<Language, (code: string) => [string, string[]]> = {
  curl: (code) => ['sh', ['-c', code]],
  javascript: (code) => ['node', ['--input-type=module', '--eval', code]],
  python: (code) => ['python3', ['-c', code]],
  go: (code) => ['go', ['run', fileOf('sample.go', code)]],
  php: (code) => ['php', [fileOf('sample.php', code)]],
  ruby: (code) => ['ruby', ['-e', code]],
};

/** Not every machine has these, and a test run installs none of them. */
const MAY_BE_MISSING = { go: 'version', php: '--version', ruby: '--version' };

const isHere = (language: Language) =>
  !(language in MAY_BE_MISSING) ||
  spawnSync(language, [MAY_BE_MISSING[language as keyof typeof MAY_BE_MISSING]]).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'zendrhax-samples-'));

function fileOf(name: string, code: string): string {
  writeFileSync(join(folder, name), code);
  return join(folder, name);
}

let api: Awaited<ReturnType<typeof twoInstances>>;
let operations: Operation[];

beforeAll(async () => {
  api = await twoInstances();
  const document = await (await fetch(`${api.origins[0]}/api/openapi.json`)).json();
  operations = referenceOf(document as Parameters<typeof referenceOf>[0]).groups.flatMap(
    (group) => group.operations,
  );
});

afterAll(async () => {
  await api?.stop();
  rmSync(folder, { recursive: true });
});

/** An invoice in the status that the operation wants. */
async function idFor(path: string, workspaceId: string): Promise<string> {
  const isOpen = path.endsWith('/pay') || path.endsWith('/void');
  return api.makeInvoice(workspaceId, isOpen ? { status: 'OPEN' } : {});
}

/** Runs a sample as someone who pastes it does. */
function run(language: Language, code: string, secret: string) {
  const env = { ...process.env, ZENDRHAX_API_KEY: secret };
  return promisify(execFile)(...RUN[language](code), { env });
}

const languages = (Object.keys(RUN) as Language[]).filter(isHere);

function sampleOf(id: string, language: Language): string {
  const operation = operations.find((one) => one.id === id);
  if (!operation) throw new Error(`The API has no operation ${id}.`);
  return samplesOf(operation, api.origins[0])[language];
}

test('whoever pastes the samples of one operation one after another, twice, gets a new invoice each time', async () => {
  const workspace = await api.makeWorkspace({ plan: 'enterprise' });
  const { secret } = await api.makeApiKey(workspace);
  for (const language of [...languages, ...languages]) {
    const { stdout } = await run(language, sampleOf('createInvoice', language), secret);
    expect(stdout, language).toContain('draft');
  }
  const where = { workspaceId: workspace.id };
  expect(await api.db.invoice.count({ where })).toBe(2 * languages.length);
  for (const language of languages) {
    const { stdout } = await run(language, sampleOf('listInvoices', language), secret);
    expect(stdout.match(/Northwind Traders/g), language).toHaveLength(5);
  }
});

test.each(languages)('a sample in %s that is refused shows the problem', async (language) => {
  const code = sampleOf('getKey', language);
  const refused = run(language, code, 'sk_wrong').catch((error) => error);
  const { stdout, stderr } = await refused;
  expect(stdout + stderr).toContain('invalid_api_key');
});

test.each(languages)('every sample of the reference in %s runs as it stands', async (language) => {
  const workspace = await api.makeWorkspace({ plan: 'enterprise' });
  const { secret } = await api.makeApiKey(workspace);
  expect(operations.length).toBeGreaterThan(10);
  for (const operation of operations) {
    const id = await idFor(operation.path, workspace.id);
    const path = operation.path.replace('{id}', id);
    const code = samplesOf({ ...operation, path }, api.origins[0])[language];
    const { stdout } = await run(language, code, secret);
    if (language === 'curl') {
      const [head = '', body = ''] = stdout.split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${operation.answer.status} `));
      if (operation.answer.content) expect(JSON.parse(body), operation.id).toBeTypeOf('object');
    } else if (operation.answer.content) {
      expect(stdout.length, operation.id).toBeGreaterThan(2);
    }
  }
});
