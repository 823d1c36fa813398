import { execFile } from 'node:child_process';
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
};

let api: Awaited<ReturnType<typeof startApiServer>>;
let operations: Operation[];

beforeAll(async () => {
  api = await startApiServer();
  const document = await (await fetch(`${api.server.origin}/api/openapi.json`)).json();
  operations = referenceOf(document as Parameters<typeof referenceOf>[0]).groups.flatMap(
    (group) => group.operations,
  );
});

afterAll(() => api?.stop());

/** An invoice in the status that the operation wants. */
async function idFor(path: string, workspaceId: string): Promise<string> {
  const isOpen = path.endsWith('/pay') || path.endsWith('/void');
  return api.makeInvoice(workspaceId, isOpen ? { status: 'OPEN' } : {});
}

test.each(Object.keys(RUN) as Language[])(
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
