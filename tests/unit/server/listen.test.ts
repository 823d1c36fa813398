import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isLocalOrigin, listenAddress, ownOrigin } from '@/lib/facts/listen-address.mjs';
import { limitConnections } from '@/server/connections.mjs';
import { until } from '../../support/until';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function start(handle: RequestListener, limits = { answerWithin: 500 }) {
  const server = createServer(handle);
  limitConnections(server, limits);
  server.listen(0);
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

test.each([
  'http://localhost:3000',
  'http://127.0.0.1',
  'https://127.3.2.1:1',
  'http://[::1]:3000',
])('%s is an origin of this machine', (origin) => expect(isLocalOrigin(origin)).toBe(true));

test.each([
  'https://app.example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'http://[::2]',
])('%s is none', (origin) => expect(isLocalOrigin(origin)).toBe(false));

test('who listens to all reaches itself as localhost, others by their address', () => {
  expect(listenAddress({ DATABASE_URL: 'postgresql://db/x' })).toBeUndefined();
  expect(listenAddress({})).toBe('127.0.0.1');
  expect(ownOrigin(undefined, 1)).toBe('http://localhost:1');
  expect(ownOrigin('::', 1)).toBe('http://localhost:1');
  expect(ownOrigin('::1', 1)).toBe('http://[::1]:1');
  expect(ownOrigin('10.0.0.7', 1)).toBe('http://10.0.0.7:1');
});

test('a client that asks for much and reads nothing is cut off', async () => {
  const { port, server } = await start((_request, response) => {
    response.end(Buffer.alloc(64 * 1024 * 1024));
  });
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => {});
  ends.push(() => socket.destroy());
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(server, 'request');
  const count = () => new Promise<number>((done) => server.getConnections((_, n) => done(n)));
  expect(await count()).toBe(1);
  await until(async () => (await count()) === 0);
});

test('a client that reads a trickle is cut off too', async () => {
  const { port, server } = await start((_request, response) => {
    response.end(Buffer.alloc(64 * 1024 * 1024));
  });
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => {});
  const reader = setInterval(() => socket.read(1_000), 50);
  ends.push(() => {
    clearInterval(reader);
    socket.destroy();
  });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(server, 'request');
  const count = () => new Promise<number>((done) => server.getConnections((_, n) => done(n)));
  await until(async () => (await count()) === 0);
});
