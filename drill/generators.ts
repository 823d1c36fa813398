/**
 * `npm run drill -- generators`: whether the public generators of clients, a mock server and the
 * converter of Postman understand the document of the API. Says one line for each.
 *
 *     npm run drill -- generators           # all
 *     npm run drill -- generators kubb Go   # those with such a name
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiServer } from '@/tests/support/api-server';
import { startPostgres } from '@/tests/support/postgres';
import { installTools } from './install';
import { languages } from './languages';
import { mockServer } from './mock-server';
import { postman } from './postman';
import { typescript } from './typescript';

/** What a generator is tried on. */
export type Api = {
  /** a folder for what is made; the tools are installed in it */
  folder: string;
  origin: string;
  /** an API key with every scope */
  key: string;
};

/** By the name that its line has. */
export type Tries = Record<string, (api: Api) => Promise<void>>;

const TRIES: Tries = { ...typescript, ...languages, ...mockServer, ...postman };

const wanted = process.argv.slice(2);
const chosen = Object.entries(TRIES).filter(
  ([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);

const folder = mkdtempSync(join(tmpdir(), 'zendrhax-generators-'));
const postgres = await startPostgres();
const server = await startApiServer({}, postgres);
try {
  await installTools(folder, server.server.origin);
  const { secret } = await server.makeApiKey(await server.makeWorkspace({ plan: 'enterprise' }));
  for (const [name, attempt] of chosen) {
    try {
      await attempt({ folder, origin: server.server.origin, key: secret });
      console.log(`ok      ${name}`);
    } catch (error) {
      console.log(`failed  ${name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
} finally {
  await server.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
