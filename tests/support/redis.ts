import { type ChildProcess, spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { freePort } from './port';
import { endProgram } from './run';
import { until } from './until';

export type RedisServer = {
  url: string;
  stop(): Promise<void>;
  /** Ends it with SIGKILL. */
  crash(): Promise<void>;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
  /** Takes connections and answers nothing, until it is resumed. */
  suspend(): void;
  resume(): void;
  /** Has it do something, such as `config set maxmemory 1`. */
  command(name: string, ...values: string[]): Promise<void>;
};

/** A Redis server of its own, in memory, on a free port of 127.0.0.1. */
export async function startRedis(password = ''): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  let server: ChildProcess;

  async function start(): Promise<void> {
    const options = { port: String(port), bind: '127.0.0.1', save: '', requirepass: password };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    server = spawn('redis-server', args, { stdio: 'ignore' });
    await until(() => answers(url));
  }

  await start();
  return {
    url,
    stop: () => endProgram(server, 'SIGTERM'),
    crash: () => endProgram(server, 'SIGKILL'),
    restart: start,
    suspend: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    command: async (name, ...values) => {
      const client = new Redis(url);
      await client.call(name, ...values);
      client.disconnect();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
