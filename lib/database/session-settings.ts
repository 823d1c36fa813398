/**
 * What our statements, and the adapter that reads their results, depend on in a session of the
 * database. A role or a database may have set any of it otherwise (docs/database.md says what each
 * other value would do), so none of it is left to them.
 */
export const SESSION_SETTINGS = {
  // The adapter drops the offset of the times that it writes, and changes it in those that it reads.
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  // A lock that is waited for guards only what is read after it.
  default_transaction_isolation: 'read committed',
  search_path: 'public',
  // What is acknowledged survives a crash of the database (docs/rules.md, rule 10).
  synchronous_commit: 'on',
  array_nulls: 'on',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',
  // These fail cleanly, and so come before the driver's own time limit: for a lock, a statement, and a
  // transaction in which nothing happens.
  lock_timeout: '5s',
  statement_timeout: '8s',
  idle_in_transaction_session_timeout: '10s',
  idle_session_timeout: '0',
} as const;

/** Settings that say how long something may take; a migration has all the time it needs. */
export const PATIENT_SETTINGS = {
  ...SESSION_SETTINGS,
  lock_timeout: '0',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

type Settings = Record<keyof typeof SESSION_SETTINGS, string>;

/**
 * The settings as options of a connection, which are in force from its first statement on.
 * @param url of a PostgreSQL server; options in it stay, but for those named here
 * @returns a configuration for the driver
 */
export function connectionConfig(url: string, settings: Settings = SESSION_SETTINGS) {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.delete('options');
  const ours = Object.entries(settings).map(
    ([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`,
  );
  return {
    connectionString: address.href,
    options: [...(given ? [given] : []), ...ours].join(' '),
  };
}
