import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { oas31 } from 'zod-openapi';
import { freePort } from '@/tests/support/port';
import { endProgram } from '@/tests/support/run';
import { until } from '@/tests/support/until';
import type { Tries } from './generators';
import { pathIn } from './run';

const AN_ID = '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60';

/** Prism plays the API by the document alone, and answers every operation with what is legal. */
export const mockServer: Tries = {
  prism: async ({ folder, key }) => {
    const port = await freePort();
    const child = spawn('prism', ['mock', '--errors', '--port', String(port), 'openapi.json'], {
      cwd: folder,
      env: { ...process.env, PATH: pathIn(folder) },
      stdio: 'ignore',
    });
    const ask = (path: string, options: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path.replace('{id}', AN_ID)}`, options);
    try {
      await until(() => ask('/api/health').then(Boolean, () => false));
      for (const { method, path, operation } of operationsIn(folder)) {
        const content = (operation.requestBody as oas31.RequestBodyObject | undefined)?.content;
        const example = content?.['application/json']?.example;
        const answer = await ask(path, {
          method,
          headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
          ...(example && { body: JSON.stringify(example) }),
        });
        if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
      }
    } finally {
      await endProgram(child, 'SIGTERM');
    }
  },
};

function operationsIn(folder: string) {
  const text = readFileSync(join(folder, 'openapi.json'), 'utf8');
  const { paths = {} } = JSON.parse(text) as oas31.OpenAPIObject;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation: operation as oas31.OperationObject,
    })),
  );
}
