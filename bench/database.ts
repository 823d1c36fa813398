import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { DEMO_PASSWORD } from '@/e2e/sign-in';
import { connectionConfig } from '@/lib/database/session-settings';
import { hashPassword } from '@/lib/identity/passwords/passwords';
import { startPostgres } from '@/tests/support/postgres';
import { prepareDatabase } from '@/tests/support/server';

const INVOICES = 500;
const SAMPLE = 1_000;

type Options = {
  /** how many of the keys work; by default 1,000 */
  working?: number;
  /** whose migrations prepare it; by default this checkout's */
  checkout?: string;
  /** tells databases of one size apart */
  of?: string;
};

/** The Owner of the workspace, with the password of the demo. */
export const OWNER = 'bench@bench.test';

/** A filled database: the settings that lead to it, and a file of keys that work, one a line. */
export type Filled = {
  settings: Record<string, string>;
  keyFile: string;
  /** runs a statement, while no server has it open */
  query: Query;
};

export type Databases = Awaited<ReturnType<typeof databases>>;

type Query = <Row>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>;

/**
 * @param kind which of the product's databases
 * @returns makes databases with a number of keys, and ends
 */
export async function databases(kind: 'postgres' | 'embedded') {
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-bench-'));
  // As it is delivered: an earlier version may be compared that did not work on an odd one.
  const postgres = kind === 'postgres' ? await startPostgres({ isOdd: false }) : null;
  const shared = { NEXTAUTH_SECRET: randomBytes(32).toString('base64') };
  return {
    /** the process of PostgreSQL; none where the database runs in the server's own */
    pid: postgres?.pid(),
    make: async (
      keys: number,
      { working = SAMPLE, checkout, of = '' }: Options = {},
    ): Promise<Filled> => {
      const name = `keys${keys}of${working}${of}`;
      await postgres?.createDatabase(name);
      const place: Record<string, string> = postgres
        ? { DATABASE_URL: postgres.url(name) }
        : { DATA_DIR: join(folder, name) };
      const settings = { ...shared, ...place };
      // Not a local address: the embedded database would get the people of the demo.
      const start = { ...settings, NEXTAUTH_URL: 'http://bench.test' };
      const { code, output } = await prepareDatabase(start, checkout);
      if (code !== 0) throw new Error(output);
      const keyFile = join(folder, `${name}.txt`);
      const within = <Result>(work: (query: Query) => Promise<Result>) =>
        postgres
          ? onServer(postgres.url(name), work)
          : onFolder(join(folder, name, 'postgres'), work);
      const secrets = await within((query) => fill(query, keys, working));
      writeFileSync(keyFile, secrets.join('\n'), { mode: 0o600 });
      const query: Query = (text, values) => within((run) => run(text, values));
      return { settings, keyFile, query };
    },
    stop: async () => {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer<Result>(url: string, work: (query: Query) => Promise<Result>) {
  const client = new pg.Client(connectionConfig(url));
  await client.connect();
  const result = await work((text, values) => client.query(text, values) as never);
  await client.end();
  return result;
}

async function onFolder<Result>(folder: string, work: (query: Query) => Promise<Result>) {
  const database = await PGlite.create(folder);
  const result = await work((text, values) => database.query(text, values) as never);
  await database.close();
  return result;
}

/**
 * Fills a migrated database: a workspace with its Owner, invoices, and keys without a limit worth the name.
 * @param keys rows in the table of keys, a multiple of `working`
 * @param working how many of them work
 * @returns keys that work, spread over the table
 */
async function fill(query: Query, keys: number, working: number): Promise<string[]> {
  const idOf = async (text: string, values: unknown[] = []): Promise<string> =>
    (await query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id ?? '';

  const planId = await idOf(`
    insert into "Plan" ("id", "slug", "name", "features", "requestsPerMinute")
    values (gen_random_uuid(), 'bench', 'Bench', '{api_access}', 2000000000)`);
  const userId = await idOf(
    `
    insert into "User" ("id", "email", "name", "passwordHash")
    values (gen_random_uuid(), $1, 'Bench', $2)`,
    [OWNER, await hashPassword(DEMO_PASSWORD)],
  );
  const workspaceId = await idOf(
    `insert into "Workspace" ("id", "name", "ownerId", "planId")
     values (gen_random_uuid(), 'Bench', $1, $2)`,
    [userId, planId],
  );
  await query(
    `insert into "Membership" ("userId", "workspaceId", "role") values ($1, $2, 'ADMIN')`,
    [userId, workspaceId],
  );
  await query(
    `insert into "Invoice" ("id", "workspaceId", "customer", "currency", "total", "createdAt", "updatedAt")
     select gen_random_uuid(), $1, 'Northwind Traders', 'EUR', 1000, now() - n * interval '1 hour', now()
     from generate_series(1, $2::int) n`,
    [workspaceId, INVOICES],
  );
  // Every so many rows a key that the rounds know; the others open for nobody.
  const secrets = Array.from({ length: working }, () => `sk_${randomBytes(32).toString('hex')}`);
  await query(
    `insert into "ApiKey" ("id", "workspaceId", "name", "hash", "hint", "scopes")
     select gen_random_uuid(), $1, 'Bench',
       case when n % $3::int = 0 then decode(($4::text[])[n / $3::int], 'hex')
         else sha256(convert_to(n::text, 'UTF8')) end,
       'sk_a1b2…9f0e', '{invoices:read,invoices:write}'
     from generate_series(1, $2::int) n`,
    [workspaceId, keys, keys / working, secrets.map(hashOf)],
  );
  await guard(query);
  await query('vacuum analyze');
  return secrets;
}

/** Gives the keys a list of addresses and a limit of their own, in versions that know both. */
async function guard(query: Query): Promise<void> {
  const { rows } = await query(
    `select from information_schema.columns
     where table_name = 'ApiKey' and column_name = 'allowedAddresses'`,
  );
  if (rows.length === 0) return;
  const ranges = Array.from({ length: 10 }, (_, index) => `203.0.113.${16 * index}/28`);
  await query(`update "ApiKey" set "allowedAddresses" = $1, "requestsPerMinute" = 1000000000`, [
    [...ranges, '127.0.0.0/8', '::1'],
  ]);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
