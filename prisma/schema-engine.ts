import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const SCHEMA = new URL('./schema.prisma', import.meta.url);

/** prisma/schema.prisma in the engine's format. */
export async function schemaFiles() {
  return [{ path: 'schema.prisma', content: await readFile(SCHEMA, 'utf8') }];
}

// The bindings refer to one instance's memory, so there can be only one instance per process.
let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const bindingsPath = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(bindingsPath.replace(/\.js$/, '.wasm')),
    { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports },
  );
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * Prisma's own schema engine as WebAssembly. The native one would be downloaded at first use, from
 * a host that an installation may not reach (docs/decisions/003).
 */
export async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  instantiated ??= instantiate();
  await instantiated;
  const datamodels = (await schemaFiles()).map(({ path, content }) => [path, content]);
  return bindings.SchemaEngine.new(
    { datamodels } as bindings.ConstructorOptions,
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
