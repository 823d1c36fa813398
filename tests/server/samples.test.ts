import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '@/lib/api/reference/operation';
import { referenceOf } from '@/lib/api/reference/reference';
import { type Language, samplesOf } from '@/lib/api/reference/samples';
import { startApiServer } from '../support/api-server';

const RUN: Record<Language, (code: string) => [string, string[]]> = {
  curl: (code) => ['sh', ['-c', code.replace(/^curl /, 'curl --silent --show-error --fail ')]],
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

let api: Awaited<ReturnType<typeof startApiServer>>;
let operations: Operation[];

beforeAll(async () => {
  api = await startApiServer();
  const document = await (await fetch(`${api.server.origin}/api/openapi.json`)).json();
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

test.each((Object.keys(RUN) as Language[]).filter(isHere))(
  'every sample of the reference in %s runs as it stands',
  async (language) => {
    const workspace = await api.makeWorkspace({ plan: 'enterprise' });
    const { secret } = await api.makeApiKey(workspace);
    const env = { ...process.env, ZENDRHAX_API_KEY: secret };
    expect(operations.length).toBeGreaterThan(10);
    for (const operation of operations) {
      const id = await idFor(operation.path, workspace.id);
      const path = operation.path.replace('{id}', id);
      const code = samplesOf({ ...operation, path }, api.server.origin)[language];
      const { stdout } = await promisify(execFile)(...RUN[language](code), { env });
      if (operation.answer.content && language === 'curl') {
        expect(JSON.parse(stdout), operation.id).toEqual(expect.any(Object));
      } else if (operation.answer.content) {
        expect(stdout.length, operation.id).toBeGreaterThan(2);
      }
    }
  },
);
