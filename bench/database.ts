import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

const INVOICES = 500;
const SAMPLE = 1_000;

/** What the rounds need to know about a database that is ready for them. */
export type Seeded = {
  url: string;
  /** keys that work, spread over the table; a round presents them in turn */
  secrets: string[];
  workspaceId: string;
  userId: string;
};

/**
 * Fills a migrated database: a workspace with invoices, and keys without a limit worth the name.
 * @param keys rows in the table of keys, at least 1,000
 */
export async function seed(url: string, keys: number): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const idOf = async (text: string, values: unknown[] = []): Promise<string> =>
    (await client.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id ?? '';

  const planId = await idOf(`
    insert into "Plan" ("id", "slug", "name", "features", "requestsPerMinute")
    values (gen_random_uuid(), 'bench', 'Bench', '{api_access}', 2000000000)`);
  const userId = await idOf(`
    insert into "User" ("id", "email", "name", "passwordHash")
    values (gen_random_uuid(), 'bench@bench.test', 'Bench', 'none')`);
  const workspaceId = await idOf(
    `insert into "Workspace" ("id", "name", "ownerId", "planId")
     values (gen_random_uuid(), 'Bench', $1, $2)`,
    [userId, planId],
  );
  await client.query(
    `insert into "Invoice" ("id", "workspaceId", "customer", "currency", "total", "createdAt", "updatedAt")
     select gen_random_uuid(), $1, 'Northwind Traders', 'EUR', 1000, now() - n * interval '1 hour', now()
     from generate_series(1, $2::int) n`,
    [workspaceId, INVOICES],
  );
  // Every so many rows a key that the rounds know; the others open for nobody.
  const secrets = Array.from({ length: SAMPLE }, () => `sk_${randomBytes(32).toString('hex')}`);
  await client.query(
    `insert into "ApiKey" ("id", "workspaceId", "name", "hash", "hint", "scopes")
     select gen_random_uuid(), $1, 'Bench',
       case when n % $3::int = 0 then decode(($4::text[])[n / $3::int], 'hex')
         else sha256(convert_to(n::text, 'UTF8')) end,
       'sk_a1b2…9f0e', '{invoices:read,invoices:write}'
     from generate_series(1, $2::int) n`,
    [workspaceId, keys, keys / SAMPLE, secrets.map(hashOf)],
  );
  await client.query('vacuum analyze');
  await client.end();
  return { url, secrets, workspaceId, userId };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
