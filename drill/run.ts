import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** How much of what a program says is told of it. */
const MOST = 1_500;

type Options = { cwd: string; env?: Record<string, string>; input?: string };

/**
 * Runs a program to its end. Those that npm has installed in `cwd` come first, and so does its Node.js.
 * @returns what it printed
 * @throws with the end of what it said, if it failed
 */
export function run(
  program: string,
  args: string[],
  { cwd, env, input }: Options,
): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: pathIn(cwd), ...env },
    });
    let output = '';
    let said = '';
    child.stdout.on('data', (data) => {
      output += data;
      said += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(output);
      else fail(new Error(`${program} ended with ${code}\n${said.slice(-MOST)}`));
    });
    child.stdin.end(input);
  });
}

export const pathIn = (folder: string): string =>
  [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
