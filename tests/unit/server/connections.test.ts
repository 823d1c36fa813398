import { once } from 'node:events';
import { createServer, type RequestListener, type ServerOptions } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { limitConnections, serverOptions } from '@/server/connections.mjs';
import { refuseConnection } from '@/server/refuse.mjs';
import { endConnections } from '@/server/stop.mjs';
import { until } from '../../support/until';

type Limits = NonNullable<Parameters<typeof limitConnections>[1]>;

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const HALF = 'GET / HTTP/1.1\r\nHost: x\r\n';

async function start(
  limits: Limits,
  handle: RequestListener = (_request, response) => void response.end('hello'),
  options: ServerOptions = {},
) {
  const server = createServer({ ...serverOptions({}), ...options }, handle);
  const connections = limitConnections(server, limits);
  server.on('clientError', (error, socket) =>
    refuseConnection('http://host', socket as Socket, error),
  );
  server.listen(0);
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  /** A connection on which so much has arrived at the server. */
  async function open(said = '', localAddress = '127.0.0.1') {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    ends.push(() => socket.destroy());
    const client = { socket, heard: '', ended: '', say: (more: string) => socket.write(more) };
    socket.setEncoding('utf8').on('data', (chunk) => (client.heard += chunk));
    socket.on('error', ({ message }) => (client.ended = message));
    socket.on('close', () => (client.ended ||= 'closed'));
    const [taken] = await accepted;
    if (said) socket.write(said);
    await until(() => taken.destroyed || taken.bytesRead === said.length);
    return client;
  }
  return { server, port, connections, open };
}

/** Opened, and answered once: idle. */
async function openIdle(open: Awaited<ReturnType<typeof start>>['open'], localAddress?: string) {
  const client = await open(REQUEST, localAddress);
  await until(() => client.heard.includes('hello'));
  return client;
}

describe('connections that are too many', () => {
  test('of one address with half a request each keep nobody else out', async () => {
    const { open } = await start({ ofOneAddress: 3 });
    const held: Awaited<ReturnType<typeof open>>[] = [];
    for (let index = 0; index < 5; index++) held.push(await open(HALF, '127.0.0.2'));
    await until(() => held.filter(({ ended }) => ended).length === 2);
    expect(held.map(({ ended }) => Boolean(ended))).toEqual([false, false, false, true, true]);
    await openIdle(open);
    held[0]?.say('\r\n');
    await until(() => Boolean(held[0]?.heard.includes('hello')));
  });

  test('are told to the log, whichever of them is closed', async () => {
    const told: unknown[] = [];
    const log = { warn: (facts: object, words: string) => told.push({ ...facts, words }) };
    globalThis.zendrhax = Object.assign(globalThis.zendrhax ?? {}, { log });
    ends.push(() => void delete globalThis.zendrhax?.log);
    const { server } = await start({ ofOneAddress: 1 });
    // Many come before the first of them has said a word, as on a busy machine: the older one goes.
    const [first, second] = [0, 1].map(() => {
      const socket = Object.assign(new Duplex(), { remoteAddress: '127.0.0.2', bytesRead: 0 });
      server.emit('connection', socket);
      return socket;
    });
    expect([first?.destroyed, second?.destroyed]).toEqual([true, false]);
    expect(told).toEqual([
      { socketAddress: '127.0.0.2', closed: 1, words: 'too many connections' },
    ]);
  });

  test('are so no longer once they are closed', async () => {
    const { open, connections } = await start({ ofOneAddress: 2 });
    for (let round = 0; round < 3; round++) {
      const held = [await openIdle(open), await openIdle(open)];
      for (const { socket } of held) socket.destroy();
      await until(() => [...connections.open()].length === 0);
    }
  });

  test('of one network of IPv6 are of one address', async () => {
    const { server, connections } = await start({ ofOneAddress: 1 });
    const from = (remoteAddress: string) => {
      const socket = Object.assign(new Duplex(), { remoteAddress, bytesRead: 1 });
      server.emit('connection', socket);
      return socket;
    };
    from('2001:db8:1:2::1');
    expect(from('2001:db8:1:2:ffff::1').destroyed).toBe(true);
    expect(from('2001:db8:1:3::1').destroyed).toBe(false);
    expect([...connections.open()]).toHaveLength(2);
  });

  test('of a proxy are other people’s: they have no share', async () => {
    const isTrusted = (address: string) => address.endsWith('127.0.0.2');
    const { open } = await start({ ofOneAddress: 1, atMost: 4, isTrusted });
    const held: Awaited<ReturnType<typeof open>>[] = [];
    for (let index = 0; index < 5; index++) held.push(await open(HALF, '127.0.0.2'));
    await until(() => Boolean(held[4]?.ended));
    expect(held.filter(({ ended }) => ended)).toHaveLength(1);
  });

  test('cost the one of that address that has been idle for longest, and no other', async () => {
    const { open } = await start({ ofOneAddress: 3 });
    const other = await openIdle(open);
    const busy = await open(HALF, '127.0.0.2');
    const first = await openIdle(open, '127.0.0.2');
    const second = await openIdle(open, '127.0.0.2');
    first.say(REQUEST);
    await until(() => first.heard.split('hello').length === 3);
    await open(HALF, '127.0.0.2');
    await until(() => Boolean(second.ended));
    expect([other, busy, first].map(({ ended }) => ended)).toEqual(['', '', '']);
  });

  test('cost of all the one that has been idle for longest, asked or not', async () => {
    const { open } = await start({ atMost: 3 });
    const silent = await open();
    const busy = await open(HALF);
    const idle = await openIdle(open, '127.0.0.2');
    await openIdle(open);
    await until(() => Boolean(silent.ended));
    await openIdle(open);
    await until(() => Boolean(idle.ended));
    expect(busy.ended).toBe('');
  });
});

describe('times', () => {
  test('are looked at often enough to be what they say', () => {
    const { headersTimeout, requestTimeout, connectionsCheckingInterval } = serverOptions({});
    expect([headersTimeout, requestTimeout]).toEqual([15_000, 30_000]);
    expect(connectionsCheckingInterval).toBeLessThanOrEqual(1_000);
  });

  test('an idle connection is kept for as long as the setting says, and for two minutes', async () => {
    const { open } = await start({});
    const seconds = /^Keep-Alive: timeout=(\d+)\r$/im.exec((await openIdle(open)).heard)?.[1];
    expect(Number(seconds)).toBeGreaterThan(120);
    expect(serverOptions({ KEEP_ALIVE_SECONDS: '7' }).keepAliveTimeout).toBe(7_000);
  });

  test('a request that does not arrive gets 408: headers, and a body', async () => {
    const soon = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 };
    const { open } = await start({}, (request) => void request.resume(), soon);
    const body = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1234';
    for (const late of [await open(HALF), await open(body)]) {
      await until(() => late.ended !== '');
      expect(late.heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(late.ended).toBe('closed');
    }
  });
});

describe('the end', () => {
  test('lets running requests finish, and the answer says that it is the last', async () => {
    let finish = () => {};
    const { server, connections, open } = await start({}, (_request, response) => {
      finish = () => response.writeHead(200, ['Content-Length', '5']).end('hello');
    });
    const running = await open(REQUEST);
    await until(() => [...connections.open()].length === 1);
    const end = endConnections(server, connections, 0);
    finish();
    await end;
    await until(() => running.ended !== '');
    expect(running.heard).toMatch(/^Connection: close\r$/im);
    expect(running.heard).toMatch(/hello$/);
    expect(running.ended).toBe('closed');
  });

  test('answers what comes on an idle connection, which it closes without a reset', async () => {
    const { server, port, connections, open } = await start({});
    const [asking, silent, never] = [await openIdle(open), await openIdle(open), await open()];
    let ended = false;
    const end = endConnections(server, connections, 1_000).then(() => (ended = true));
    asking.say(REQUEST);
    await until(() => asking.ended !== '');
    expect(asking.heard.split('hello')).toHaveLength(3);
    expect(asking.heard).toMatch(/^Connection: close\r$/im);
    await until(() => ended);
    await end;
    await until(() => silent.ended !== '' && never.ended !== '');
    expect([asking, silent, never].map(({ ended }) => ended)).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
    const late = connect(port, '127.0.0.1');
    const [error] = (await once(late, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });

  test('a connection whose answer had begun closes after it', async () => {
    let finish = () => {};
    const { server, connections, open } = await start({}, (_request, response) => {
      response.write('hel');
      finish = () => void response.end('lo');
    });
    const running = await open(REQUEST);
    await until(() => running.heard.includes('hel'));
    const end = endConnections(server, connections, 0);
    // By then all that are idle have been closed, and this one was not.
    await sleep(50);
    finish();
    await end;
    await until(() => running.ended !== '');
    expect(running.ended).toBe('closed');
    expect(running.heard).toMatch(/lo\r\n0\r\n\r\n$/);
  });
});
