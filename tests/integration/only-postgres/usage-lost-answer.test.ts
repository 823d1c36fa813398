import { connect, createServer, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';

/** Stands between this process and the server, and can lose the answer to a commit. */
let isLosing: false | 'the answer' | 'the commit' = false;
let lost = 0;
const url = new URL(process.env.DATABASE_URL ?? '');
const [port, host] = [Number(url.port), url.hostname];
const sockets = new Set<Socket>();
const proxy = createServer((client) => {
  const server = connect(port, host);
  for (const socket of [client, server]) {
    sockets.add(socket);
    socket.on('error', () => {});
  }
  let isCommitting = false;
  client.on('data', (data) => {
    isCommitting = isLosing !== false && data.includes('COMMIT');
    if (isCommitting && isLosing === 'the commit') return end();
    server.write(data);
  });
  server.on('data', (data) => {
    if (isCommitting) end();
    else client.write(data);
  });
  const end = () => {
    lost++;
    isLosing = false;
    client.destroy();
    server.destroy();
  };
  client.on('close', () => server.destroy());
  server.on('close', () => client.destroy());
});
await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
url.port = String((proxy.address() as { port: number }).port);
url.hostname = '127.0.0.1';
process.env.DATABASE_URL = url.href;

// The domain reads its settings when it is loaded.
const { flushUsage } = await import('@/lib/api-keys/usage/flush-usage');
const { db } = await import('@/lib/database/client');
const { use } = await import('@/tests/support/usage');
const { makeApiKey, makeWorkspace } = await import('@/tests/support/workspace');

afterAll(async () => {
  await db.$disconnect();
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

test.each(['the answer', 'the commit'] as const)(
  'a flush whose connection breaks and loses %s is written once',
  async (what) => {
    const { apiKey } = await makeApiKey(await makeWorkspace());
    await flushUsage();
    const before = lost;
    use(apiKey.id, { times: 3 });
    isLosing = what;
    await flushUsage();
    expect(lost).toBe(before + 1);
    const where = { apiKeyId: apiKey.id };
    const stored = async () =>
      (await db.apiKeyUsage.findMany({ where })).map(({ succeeded }) => succeeded);
    expect(await stored()).toEqual(what === 'the answer' ? [3] : []);

    use(apiKey.id);
    await flushUsage();
    expect(await stored()).toEqual([4]);
    const recent = await db.apiKeyRecentRequests.findUnique({ where });
    expect(recent?.lines).toHaveLength(4);
  },
);
