import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const FOR_OTHERS = 0o077;

/** What the data folder holds. Anything else in it is not ours to close. */
const OWN = new Set(['mail', 'postgres', 'postgres.lock', 'server.log', 'session-secret']);

/** A folder that cannot be closed to other users. The message goes on after the folder's name. */
export class OpenFolderError extends Error {
  override name = 'OpenFolderError';
}

/**
 * Makes the data folder one that only this user can open, and has the process create only such files.
 * What is open to others in it is closed.
 * @param folder absolute path; created when missing
 * @returns whether anything was open to others
 * @throws OpenFolderError when it cannot be closed, Node's error when it cannot be made
 */
export function makePrivate(folder: string): boolean {
  // Only the main thread can set this; tests run in others.
  if (isMainThread) process.umask(FOR_OTHERS);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const entries = readdirSync(folder);
  const foreign = entries.find((name) => !OWN.has(name));
  if (isOpen(folder) && foreign) {
    throw new OpenFolderError(
      `is open to other users and has files that are not of Zendrhax (${foreign}). Set DATA_DIR to a folder of its own.`,
    );
  }
  try {
    const own = entries.filter((name) => OWN.has(name)).map((name) => join(folder, name));
    return [folder, ...own.flatMap(allIn)].filter(isOpen).map(close).length > 0;
  } catch (cause) {
    throw new OpenFolderError(
      'is open to other users and cannot be closed. Its owner can: chmod -R go= does it.',
      { cause },
    );
  }
}

/** A path and what is below it. Links are left out: they may lead to files of others. */
function allIn(path: string): string[] {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) {
    return [path, ...readdirSync(path).flatMap((name) => allIn(join(path, name)))];
  }
  return status?.isFile() ? [path] : [];
}

// A file of a running database may be gone by now.
const modeOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0;

const isOpen = (path: string) => (modeOf(path) & FOR_OTHERS) !== 0;

const close = (path: string) => chmodSync(path, modeOf(path) & 0o700);
