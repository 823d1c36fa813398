import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Says what is installed (scripts/steps.mjs). */
const STAMP = 'node_modules/.zendrhax-install';

/** What any revision does before it is measured, with its own steps. */
const BUILD = `
  const { installPackages, generateClient, build } = await import('./scripts/steps.mjs');
  await installPackages();
  await generateClient();
  await build();
`;

/**
 * @param version a folder that holds a build, or a revision of this repository, which is built in a
 *   temporary folder until this process ends
 * @returns the folder
 */
export function checkoutOf(version: string): string {
  if (existsSync(join(version, 'package.json'))) return resolve(version);
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-bench-before-'));
  const git = (...args: string[]) => execFileSync('git', args, { stdio: 'inherit' });
  process.once('exit', () => git('worktree', 'remove', '--force', folder));
  git('worktree', 'add', '--quiet', '--detach', folder, version);
  if (isSame(join(folder, 'package-lock.json'), 'package-lock.json')) linkPackages(folder);
  const build = ['--input-type=module', '--eval', BUILD];
  execFileSync(process.execPath, build, { cwd: folder, stdio: 'inherit' });
  return folder;
}

const isSame = (one: string, other: string) =>
  readFileSync(one, 'utf8') === readFileSync(other, 'utf8');

/** Hard links, where the file system allows them: a build follows no symbolic link out of its folder. */
function linkPackages(folder: string): void {
  try {
    execFileSync('cp', ['-al', 'node_modules', folder], { stdio: 'ignore' });
    // An install writes this in place: it must not be one file with ours.
    rmSync(join(folder, STAMP));
    copyFileSync(STAMP, join(folder, STAMP));
  } catch {
    execFileSync('cp', ['-a', 'node_modules', folder]);
  }
}
