import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tries } from './generators';
import { run } from './run';

/** What an import makes of the document is sent as it stands, with the key of the collection alone. */
const REQUESTS = { 'List invoices': 200, 'Create an invoice': 201 };

/** Of newman's report, what is read of it. */
type Report = { run: { executions: { item: { name: string }; response?: { code: number } }[] } };

/** Postman has a window and no command; these two are its converter and what runs its collections. */
export const postman: Tries = {
  'Postman by its converter and newman': async ({ folder, key }) => {
    const options = 'parametersResolution=Example';
    await run('openapi2postmanv2', ['-s', 'openapi.json', '-o', 'collection.json', '-O', options], {
      cwd: folder,
    });
    const chosen = Object.keys(REQUESTS).flatMap((name) => ['--folder', name]);
    const report = ['--reporters', 'json', '--reporter-json-export', 'report.json'];
    await run(
      'newman',
      ['run', 'collection.json', ...chosen, '--env-var', `bearerToken=${key}`, ...report],
      { cwd: folder },
    );
    const { run: done }: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const answered = done.executions.map(({ item, response }) => [item.name, response?.code]);
    if (JSON.stringify(Object.fromEntries(answered)) !== JSON.stringify(REQUESTS)) {
      throw new Error(JSON.stringify(answered));
    }
  },
};
