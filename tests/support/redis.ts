import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './port';
import { until } from './until';

export type RedisServer = {
  url: string;
  /** Forgets everything it has counted. */
  clear(): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** Kills it with SIGKILL: connections break. */
  crash(): Promise<void>;
  /** Starts it again on the same port, empty, after a crash. */
  restart(): Promise<void>;
  /** Suspends it: connections stay and nothing answers. */
  hang(): void;
  /** Lets it go on after that. */
  resume(): void;
};

/** A Redis server of its own, in a temporary folder, on a free port of 127.0.0.1. It keeps nothing. */
export async function startRedis({ password = '' } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-redis-'));
  const port = await freePort();
  const url = `redis://${password && `:${password}@`}127.0.0.1:${port}`;
  const options = { bind: '127.0.0.1', port, dir: folder, save: '', appendonly: 'no' };
  const secured = password ? { ...options, requirepass: password } : options;
  const args = Object.entries(secured).flatMap(([name, value]) => [`--${name}`, String(value)]);

  let server: ChildProcess;
  async function start(): Promise<void> {
    server = spawn('redis-server', args, { cwd: folder, stdio: 'ignore' });
    await until(async () => {
      if (server.exitCode !== null) throw new Error('The Redis server ended.');
      return answers(url);
    });
  }

  async function end(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  }

  await start();
  return {
    url,
    clear: () => withClient(url, async (client) => void (await client.flushall())),
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
    crash: end,
    restart: start,
    hang: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.ping());
    return true;
  } catch {
    return false;
  }
}

async function withClient<Result>(
  url: string,
  work: (client: Redis) => Promise<Result>,
): Promise<Result> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
}
