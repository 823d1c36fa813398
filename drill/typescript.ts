import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, Tries } from './generators';
import { run } from './run';

const KUBB = `
import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';

export default defineConfig({
  input: { path: 'openapi.json' },
  output: { path: 'made/kubb', format: false, lint: false },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: 'fetch', bundle: true })],
});
`;

/** Its files name each other with their endings, which a bundler takes. */
const KUBB_TYPES = {
  compilerOptions: {
    lib: ['ES2023', 'dom', 'dom.iterable'],
    target: 'ES2023',
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
  },
  include: ['made/kubb'],
};

/** The newest of the generators that `npm test` has in pinned versions, by the same programs. */
export const typescript: Tries = {
  'openapi-typescript': async (api) => {
    await run('openapi-typescript', ['openapi.json', '-o', 'made/openapi-typescript.ts'], {
      cwd: api.folder,
    });
    await compileAndRun(api, 'openapi-typescript', 'tsconfig.json');
  },
  'hey-api with zod': async (api) => {
    await run('openapi-ts', [], { cwd: api.folder });
    await compileAndRun(api, 'hey-api', 'tsconfig.hey-api.json');
  },
  orval: async (api) => {
    await run('orval', [], { cwd: api.folder });
    await compileAndRun(api, 'orval', 'tsconfig.json');
  },
  kubb: async ({ folder }) => {
    writeFileSync(join(folder, 'kubb.config.ts'), KUBB);
    writeFileSync(join(folder, 'tsconfig.kubb.json'), JSON.stringify(KUBB_TYPES));
    await run('kubb', ['generate'], { cwd: folder });
    await run('tsc', ['--project', 'tsconfig.kubb.json'], { cwd: folder });
  },
};

async function compileAndRun({ folder, origin, key }: Api, name: string, project: string) {
  const types = join(folder, `types-${name}.json`);
  writeFileSync(types, JSON.stringify({ extends: `./${project}`, include: [`${name}.ts`] }));
  await run('tsc', ['--project', types], { cwd: folder });
  const env = { ZENDRHAX_URL: origin, ZENDRHAX_API_KEY: key };
  const told = JSON.parse(await run('node', [`built/${name}.js`], { cwd: folder, env }));
  const expected = { amount: Number.MAX_SAFE_INTEGER, refusal: [401, 'missing_credentials'] };
  if (JSON.stringify(told) !== JSON.stringify(expected)) throw new Error(JSON.stringify(told));
}
