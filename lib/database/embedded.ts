import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import lockfile from 'proper-lockfile';
import { makePrivate, OpenFolderError } from '@/lib/process/private-folder';
import { PrivateFiles } from './private-files';

/** A lock that was not refreshed for this long counts as left behind by a killed process. */
const STALE_AFTER_MS = 10_000;

/**
 * PostgreSQL touches all of its buffers when it starts, so that 128 MB, its usual, take twice the time to
 * open and stay taken. Of one process with the demo's amounts this holds every page there is.
 */
const BUFFERS = ['-c', 'shared_buffers=32MB'];

/** The folder of the embedded database cannot be used. The message is for the person at the shell. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/**
 * Opens the PostgreSQL that runs inside this process, and locks its folder: a second process in the
 * same folder would corrupt it. Nothing in the folder is readable by other users (ASVS 14.2.4).
 * @param dataDir absolute path; created when missing
 * @throws EmbeddedDatabaseError when the folder is held by another process, cannot be written, or
 *   cannot be closed to other users
 */
export function openEmbeddedDatabase(dataDir: string): EmbeddedDatabase {
  closeToOthers(dataDir);
  holdAlone(dataDir);
  return new EmbeddedDatabase({
    fs: new PrivateFiles(join(dataDir, 'postgres')),
    startParams: [...PGlite.defaultStartParams, ...BUFFERS],
  });
}

/** PGlite that remembers the outcome of its latest transaction. */
export class EmbeddedDatabase extends PGlite {
  latestTransaction: Promise<unknown> = Promise.resolve();

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outcome = super.transaction(work);
    this.latestTransaction = outcome;
    return outcome;
  }
}

/**
 * The embedded database for Prisma.
 * @param open called for the first query, not at import, so that a build does not touch the folder
 */
export function embeddedAdapter(open: () => EmbeddedDatabase): SqlDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'embedded',
    connect: async () => connect(open()),
  };
}

/** The adapter reports a failed commit as success. Here it throws (docs/rules.md, rule 10). */
async function connect(database: EmbeddedDatabase): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPGlite(database).connect();
  const begin = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolationLevel) => {
    const begun = begin(isolationLevel);
    const outcome = database.latestTransaction;
    const transaction = await begun;
    const commit = transaction.commit.bind(transaction);
    transaction.commit = async () => {
      await commit();
      await outcome;
    };
    return transaction;
  };
  return adapter;
}

/**
 * Waits until a lock left behind by a killed process has expired.
 * @param onWait called once if there is something to wait for
 * @returns when the folder is free, or after 12 seconds if a living process holds it
 */
export async function waitForEmbeddedDatabase(dataDir: string, onWait: () => void): Promise<void> {
  const deadline = Date.now() + STALE_AFTER_MS + 2_000;
  const isHeld = () => existsSync(dataDir) && lockfile.checkSync(dataDir, lockOptions(dataDir));
  if (isHeld()) onWait();
  while (isHeld() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 250));
}

function closeToOthers(dataDir: string): void {
  try {
    const wasOpen = makePrivate(dataDir);
    if (wasOpen) {
      process.stdout.write(
        `  The data folder ${dataDir} was open to other users of this machine; it is closed now\n`,
      );
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const reason =
      cause instanceof OpenFolderError
        ? cause.message
        : 'cannot be written. Give this user access to it, or set DATA_DIR to another folder.';
    throw new EmbeddedDatabaseError(`The data folder ${dataDir} ${reason}`, { cause });
  }
}

function lockOptions(dataDir: string) {
  return { lockfilePath: join(dataDir, 'postgres.lock'), stale: STALE_AFTER_MS };
}

function holdAlone(dataDir: string): void {
  try {
    lockfile.lockSync(dataDir, {
      ...lockOptions(dataDir),
      onCompromised: () => stopWriting(dataDir),
    });
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `The data folder ${dataDir} is in use by another Zendrhax process. Stop that one, set DATA_DIR to another folder, or set DATABASE_URL to share a PostgreSQL server.`,
      { cause },
    );
  }
}

/**
 * A process that was suspended for too long loses its lock, and another one may have written since.
 * The files may no longer match this one's memory, so it must not write another byte.
 */
function stopWriting(dataDir: string): never {
  process.stderr.write(
    `\nThis process was suspended and lost its hold on the data folder ${dataDir}. Start it again.\n`,
  );
  process.exit(1);
}
