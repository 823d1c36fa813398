import type { ChildProcess } from 'node:child_process';
import { freePort } from './port';
import { endProgram, outputOf, runProgram, startProgram, startScript } from './run';

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

/** Nothing of the environment of the tests reaches a program in production but these. */
const production = (settings: Settings): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: process.env.TZ,
  ...settings,
});

/** Runs a program of the project, or of another checkout, to its end, as in production. */
export const runInProduction = (file: string, settings: Settings, checkout?: string) =>
  runProgram(file, [], production(settings), checkout);

export const prepareDatabase = (settings: Settings, checkout?: string) =>
  runInProduction('scripts/prepare.ts', settings, checkout);

/** Prepares a database, or throws what the program said. */
export async function mustPrepare(settings: Settings): Promise<void> {
  const { code, output } = await prepareDatabase(settings);
  if (code !== 0) throw new Error(output);
}

/**
 * Starts the production build, as `npm start` does, and waits until it says that it is ready.
 * @param program `serve.mjs` wants a prepared database; `start.mjs` prepares it
 * @param checkout whose build it is; by default this one's
 */
export async function startServer(
  settings: Settings,
  program = 'server/serve.mjs',
  checkout?: string,
): Promise<RunningServer> {
  return untilReady(settings, (env) => startProgram(program, [], env, checkout));
}

/** Starts the production build with `npm start`. The process is npm's. */
export const startServerWithNpm = (settings: Settings): Promise<RunningServer> =>
  untilReady(settings, (env) => startScript('start', env));

async function untilReady(
  settings: Settings,
  start: (env: NodeJS.ProcessEnv) => ChildProcess,
): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const own = { PORT: String(port), NEXTAUTH_URL: origin };
  const child = start(production({ ...own, ...settings }));
  const output = outputOf(child);
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', () => output().includes('Zendrhax is ready') && ready());
    child.once('close', () => fail(new Error(`the server ended:\n${output()}`)));
  });
  return {
    origin,
    port,
    pid: Number(child.pid),
    output,
    signal: (signal) => void child.kill(signal),
    stop: (signal = 'SIGTERM') => endProgram(child, signal),
  };
}
