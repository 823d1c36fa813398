import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './port';
import { until } from './until';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Settings = Record<string, string>;

export type RunningServer = {
  origin: string;
  port: number;
  pid: number;
  /** everything it has printed so far */
  output: () => string;
  signal: (signal: NodeJS.Signals) => void;
  /** sends a signal and waits for the end */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

/** Runs one of the project's programs to its end. */
export async function runProgram(
  command: string[],
  settings: Settings,
): Promise<{ code: number; output: string }> {
  const { child, output } = launch(command, settings);
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

export const prepareDatabase = (settings: Settings) =>
  runProgram(['node_modules/.bin/tsx', 'scripts/prepare.ts'], settings);

/**
 * Starts the production build, as `npm start` does, and waits until it says that it is ready.
 * @param program `serve.mjs` wants a prepared database; `start.mjs` prepares it
 */
export async function startServer(
  settings: Settings,
  program = 'server/serve.mjs',
): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { child, output } = launch(['node', program], {
    PORT: String(port),
    NEXTAUTH_URL: origin,
    ...settings,
  });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    return output().includes('Zendrhax is ready');
  });
  return {
    origin,
    port,
    pid: Number(child.pid),
    output,
    signal: (signal) => void child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'close');
    },
  };
}

function launch(
  [program = '', ...args]: string[],
  settings: Settings,
): { child: ChildProcess; output: () => string } {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  return { child, output: () => text };
}
