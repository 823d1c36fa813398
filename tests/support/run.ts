import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What would go on without the tests, if somebody ended them. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts a program of the project as one process, which a signal reaches directly.
 * @param env all of its environment
 * @param cwd of another checkout, to run its program
 */
export function startProgram(
  file: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = process.env,
  cwd = ROOT,
): ChildProcess {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Starts a script of package.json with npm, which runs it as a child of its own. npm and its children
 * are one process group.
 * @param env all of its environment
 */
export function startScript(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn('npm', ['run', name], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** @returns what tells all that a program has printed so far */
export function outputOf({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  }
  return () => text;
}

/** Runs a program of the project to its end. */
export async function runProgram(...command: Parameters<typeof startProgram>) {
  const child = startProgram(...command);
  const output = outputOf(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

/** Sends a signal to a program that may have ended, and waits for its end. */
export async function endProgram(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}
