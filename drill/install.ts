import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, step } from '@/scripts/steps.mjs';
import { installFromDebian } from '@/scripts/test-tools.mjs';
import { DEBIAN } from './languages';
import { run } from './run';

/**
 * The newest of each, on a Node.js newer than the product needs. `openapi-generator-cli` has the
 * generator itself in its versions 1 alone; later ones load it from elsewhere. Kubb's plugins are not
 * all out for its version 5.
 */
const NPM = [
  'node@24',
  'typescript@5',
  'zod@4',
  'openapi-fetch',
  'openapi-typescript',
  '@hey-api/openapi-ts',
  'orval',
  '@kubb/cli@4',
  '@kubb/core@4',
  '@kubb/plugin-oas@4',
  '@kubb/plugin-ts@4',
  '@kubb/plugin-client@4',
  '@stoplight/prism-cli',
  'openapi-to-postmanv2',
  'newman',
  'openapi-generator-4@npm:@openapitools/openapi-generator-cli@1.0.18-4.3.1',
  'openapi-generator-5@npm:@openapitools/openapi-generator-cli@1.0.18-5.0.0-beta2',
];

const CLIENTS = join(ROOT, 'tests/client');

/** Fills the folder: the tools, the programs of tests/client, and the document in both versions. */
export async function installTools(folder: string, origin: string): Promise<void> {
  await installFromDebian(...DEBIAN);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await step('Installing generators with npm', async () => {
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...NPM], {
      cwd: folder,
    });
  });
  for (const name of readdirSync(CLIENTS).filter((file) => /\.ts$|^tsconfig/.test(file))) {
    cpSync(join(CLIENTS, name), join(folder, name));
  }
  for (const name of ['openapi.json', 'openapi-3.0.json']) {
    const document = await fetch(`${origin}/api/${name}`);
    writeFileSync(join(folder, name), await document.text());
  }
}
