import { once } from 'node:events';
import { expect } from 'vitest';
import { outputOf, startProgram } from './run';
import { until } from './until';

type Query = (sql: string) => Promise<{ rows: unknown[] }>;
type Row = { id: string; revoked: boolean; created_events: number; revoked_events: number };

/**
 * Lets tests/support/key-writer.ts work on a database, and ends it at a random moment.
 * @param kill how; without it the writer itself gets SIGKILL
 * @returns the ids of the keys that it said were made and revoked
 */
export async function runKilledWriter(
  env: Record<string, string>,
  kill?: () => Promise<void>,
): Promise<{ created: string[]; revoked: string[] }> {
  const writer = startProgram('tests/support/key-writer.ts', [], { ...process.env, ...env });
  const output = outputOf(writer);
  const closed = once(writer, 'close');

  const enough = 5 + Math.random() * 40;
  await until(() => {
    if (writer.exitCode !== null) throw new Error(output());
    return output().split('\n').length > enough;
  });
  await new Promise((done) => setTimeout(done, Math.random() * 15));
  await kill?.();
  writer.kill('SIGKILL');
  await closed;

  const ids = (what: string) => [...output().matchAll(RegExp(`^${what} (.+)$`, 'gm'))].map(String);
  const idOf = (line: string) => line.split(',')[1] ?? '';
  return { created: ids('created').map(idOf), revoked: ids('revoked').map(idOf) };
}

/** Every key that was said to be made or revoked is, and every change has its one audit event. */
export async function expectNothingLost(
  { created, revoked }: { created: string[]; revoked: string[] },
  query: Query,
): Promise<void> {
  const { rows } = await query(`
    select k.id, k."revokedAt" is not null as revoked,
      count(*) filter (where e.action = 'api_key.created')::int as created_events,
      count(*) filter (where e.action = 'api_key.revoked')::int as revoked_events
    from "ApiKey" k left join "AuditEvent" e on e."targetId" = k.id group by k.id`);
  const stored = new Map((rows as Row[]).map((row) => [row.id, row]));
  expect(created.length).toBeGreaterThan(0);
  expect(created.filter((id) => !stored.has(id))).toEqual([]);
  expect(revoked.filter((id) => !stored.get(id)?.revoked)).toEqual([]);
  for (const row of stored.values()) {
    expect(row).toMatchObject({ created_events: 1, revoked_events: row.revoked ? 1 : 0 });
  }
}
