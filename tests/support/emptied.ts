export type EmbeddedDatabase = {
  sql: (statement: { name: string; text: string; values: unknown[] }) => Promise<object[]>;
};

const TABLES = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'`;

/** Keeps what the tables of a new database have in them, for {@link empty}. */
export function rememberTables(database: EmbeddedDatabase): Promise<void> {
  return forEachTable(
    database,
    `execute format('create temporary table %I as table public.%I', 'new ' || name, name);`,
  );
}

/** Makes the tables of a database what they were when it was new. */
export function empty(database: EmbeddedDatabase): Promise<void> {
  return forEachTable(
    database,
    `execute format('delete from public.%I', name);
     execute format('insert into public.%I table %I', name, 'new ' || name);`,
  );
}

async function forEachTable({ sql }: EmbeddedDatabase, action: string): Promise<void> {
  const text = `do $$ declare name text; begin
    -- No foreign key asks for an order.
    set local session_replication_role = replica;
    for name in ${TABLES} loop ${action} end loop;
  end $$`;
  await sql({ name: '', text, values: [] });
}
