import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyPreparedFolder } from '../support/prepared';
import { sendRaw, statusesOf } from '../support/raw-http';
import { type RunningServer, startServer } from '../support/server';
import { storeApiKey } from '../support/stored-key';
import { until } from '../support/until';

let folder: string;
let server: RunningServer;
let authorization: string;

beforeAll(async () => {
  folder = copyPreparedFolder();
  authorization = `Authorization: Bearer ${await storeApiKey(folder)}`;
  server = await startServer({ DATA_DIR: folder });
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** One request, after which the server is to close the connection. */
const ask = (line: string, ...headers: string[]) =>
  sendRaw(server.port, [`${line} HTTP/1.1`, ...headers, 'Connection: close', '', '']);

const HOST = 'Host: localhost';

describe('the form of a target', () => {
  test('a whole address is what a proxy would send, and is answered', async () => {
    const answer = await ask('GET http://app.example.com/api/me?', HOST, authorization);
    expect(statusesOf(answer)).toEqual([200]);
    expect(answer).toContain('"workspace"');
    const page = await ask('GET HTTP://app.example.com', HOST);
    expect(statusesOf(page)).toEqual([200]);
  });

  test('a whole address without a host, or with a password, is refused', async () => {
    for (const target of ['http:///api/me', 'http://me:secret@app.example.com/api/me']) {
      expect(statusesOf(await ask(`GET ${target}`, HOST)), target).toEqual([400]);
    }
  });

  test('OPTIONS * is about the whole server', async () => {
    const before = server.output().length;
    const answer = await ask('OPTIONS *', HOST);
    expect(statusesOf(answer)).toEqual([204]);
    expect(answer).toMatch(/^Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r$/im);
    expect(statusesOf(await ask('GET *', HOST))).toEqual([400]);
    expect(server.output().slice(before)).not.toContain('Error');
  });

  test('a slash at the end of an API address changes nothing', async () => {
    expect(await ask('GET /api/me/?', HOST, authorization)).toContain('"workspace"');
    expect(await ask('GET /api/me//', HOST, authorization)).toContain('"workspace"');
    const long = `/api/${'a/'.repeat(600)}`;
    for (const target of ['/api/', '/api/nowhere/', '/api//me', '/api/nowhere\\/', long]) {
      const answer = await ask(`GET ${target}`, HOST);
      expect(statusesOf(answer), target).toEqual([404]);
      expect(answer).toContain('"code":"not_found"');
    }
  });

  test('pages have one address each, without a slash', async () => {
    const answer = await ask('GET /help/?lang=es', HOST);
    expect(statusesOf(answer)).toEqual([308]);
    expect(answer).toMatch(/^Location: \/help\?lang=es\r$/im);
  });
});

describe('headers that may be there once', () => {
  test.each(['/api/me', '/api/health', '/help'])('two keys for %s are refused', async (path) => {
    const answer = await ask(`GET ${path}`, HOST, authorization, 'authorization: Basic eDp5');
    expect(statusesOf(answer)).toEqual([400]);
    expect(answer).toContain('"detail":"Send one Authorization header."');
    expect(answer).toMatch(/^Content-Type: application\/problem\+json\r$/im);
  });

  test('no host is refused, and HTTP/1.0 has none', async () => {
    const answer = await ask('GET /api/me', authorization);
    expect(statusesOf(answer)).toEqual([400]);
    expect(answer).toContain('"detail":"Send a Host header."');
    expect(answer).toMatch(/^X-Request-Id: .+\r$/im);
    const old = await sendRaw(server.port, ['GET /api/me HTTP/1.0', authorization, '', '']);
    expect(statusesOf(old)).toEqual([200]);
  });

  test('two hosts are refused', async () => {
    const answer = await ask('GET /api/me', HOST, 'Host: evil.example', authorization);
    expect(statusesOf(answer)).toEqual([400]);
    expect(answer).toContain('"detail":"Send one Host header."');
  });

  test('what is refused is in the log, by the id in the answer, and without the key', async () => {
    const answer = await ask('POST /api/invoices?x=1', HOST, authorization, authorization);
    const id = /^X-Request-Id: (.+)\r$/im.exec(answer)?.[1];
    expect(id).toBeDefined();
    await until(() => server.output().includes(`"requestId":"${id}"`));
    expect(server.output()).not.toContain(authorization.slice(22));
  });
});

describe('methods that no route file can take', () => {
  test('TRACE is refused and logged as TRACE', async () => {
    const answer = await ask('TRACE /api/me', HOST, authorization);
    expect(statusesOf(answer)).toEqual([405]);
    expect(answer).toMatch(/^Allow: GET, HEAD, OPTIONS\r$/im);
    await until(() => /"method":"TRACE","route":"\/api\/me","status":405/.test(server.output()));
  });

  test('a caller cannot pretend another method', async () => {
    const answer = await ask('OPTIONS /api/me', HOST, 'X-Zendrhax-Method: BREW');
    expect(statusesOf(answer)).toEqual([204]);
    await until(() => server.output().includes('"method":"OPTIONS"'));
    expect(server.output()).not.toContain('BREW');
  });
});

test('an offer to speak another protocol is ignored, and the request answered', async () => {
  // What Java's HttpClient and curl --http2 send to an address without TLS.
  const h2c = ['Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA'];
  const connection = 'Connection: Upgrade, HTTP2-Settings, close';
  const lines = ['GET /api/me HTTP/1.1', HOST, authorization, connection, ...h2c, '', ''];
  const answer = await sendRaw(server.port, lines);
  expect(statusesOf(answer)).toEqual([200]);
  expect(answer).toContain('"workspace"');
  const socket = [
    'GET /nowhere HTTP/1.1',
    HOST,
    'Connection: Upgrade, close',
    'Upgrade: websocket',
  ];
  expect(statusesOf(await sendRaw(server.port, [...socket, '', '']))).toEqual([404]);
});

test('2,000 connections of one address with half a request each keep nobody else out', async () => {
  const holders = await Promise.all(
    Array.from({ length: 2_000 }, async () => {
      const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
      const holder = { socket, heard: '', isClosed: false };
      socket.setEncoding('utf8').on('data', (chunk) => (holder.heard += chunk));
      socket.on('error', () => {}).on('close', () => (holder.isClosed = true));
      await new Promise((done) => socket.once('connect', done).once('close', done));
      socket.write('GET /api/me HTTP/1.1\r\nHost: localhost\r\n');
      return holder;
    }),
  );
  const held = () => holders.filter(({ isClosed }) => !isClosed);
  // There is a moment in which all are taken in and none has said a word yet.
  await until(() => held().length <= 200);
  expect(statusesOf(await ask('GET /api/me', HOST, authorization))).toEqual([200]);
  expect(held().length).toBeGreaterThan(100);
  await until(() => server.output().includes('"msg":"too many connections"'));
  // Those that it has kept are told what is wrong when their time is over.
  const [one] = held();
  await until(() => held().length === 0);
  expect(one?.heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  const id = /^X-Request-Id: (.+)\r$/im.exec(one?.heard ?? '')?.[1];
  await until(() => server.output().includes(`"requestId":"${id}","code":"request_timeout"`));
});

describe('what is no request', () => {
  const GOOD = ['GET /api/me HTTP/1.1', HOST];

  test('headers that are too large get 431, as a problem', async () => {
    const answer = await ask('GET /api/me', HOST, authorization, `X-Long: ${'a'.repeat(20_000)}`);
    expect(statusesOf(answer)).toEqual([431]);
    expect(answer).toContain('"code":"headers_too_large"');
    const id = /^X-Request-Id: (.+)\r$/im.exec(answer)?.[1];
    await until(() => server.output().includes(`"requestId":"${id}","code":"headers_too_large"`));
  });

  test('garbage after requests is answered after them', async () => {
    const answer = await sendRaw(server.port, [
      ...GOOD,
      authorization,
      '',
      ...GOOD,
      '',
      'this is no request',
      '',
      '',
    ]);
    expect(statusesOf(answer)).toEqual([200, 401, 400]);
    expect(answer).toContain('"workspace"');
  });

  test('garbage in the body of a request is answered in its place', async () => {
    const answer = await sendRaw(server.port, [
      ...GOOD,
      '',
      'POST /api/invoices HTTP/1.1',
      HOST,
      authorization,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      'no length',
      '',
    ]);
    expect(statusesOf(answer)).toEqual([401, 400]);
  });
});

test('a connection that asks without end, and reads nothing, is closed', async () => {
  const running = () => server.output().match(/"route":"\/api\/openapi.json"/g)?.length ?? 0;
  const before = running();
  const request = ['GET /api/openapi.json HTTP/1.1', HOST, '', ''].join('\r\n');
  await expect(sendRaw(server.port, [request.repeat(1_500)])).rejects.toThrow('ECONNRESET');
  // A request that comes after those is answered after them.
  const last = await ask('GET /api/openapi.json', HOST);
  const id = /^X-Request-Id: (.+)\r$/im.exec(last)?.[1];
  await until(() => server.output().includes(`"requestId":"${id}"`));
  expect(running() - before).toBeLessThanOrEqual(17);
});

describe('a body', () => {
  const POST = ['POST /api/invoices HTTP/1.1', HOST, 'Content-Type: application/json'];

  test('that is too long and does not say so is answered before it ends', async () => {
    const chunks = Array.from({ length: 660 }, () => ['400', ' '.repeat(1_024)]).flat();
    const lines = [...POST, authorization, 'Transfer-Encoding: chunked', 'Connection: close', ''];
    const answer = await sendRaw(server.port, [...lines, ...chunks, '']);
    expect(statusesOf(answer)).toEqual([413]);
    expect(answer).toContain('"code":"payload_too_large"');
  });

  test('that is refused leaves a connection that can be used', async () => {
    const socket = connect(server.port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk) => (received += chunk));
    const lines = [...POST, authorization, 'Transfer-Encoding: chunked', '', ''];
    socket.write(lines.join('\r\n'));
    const write = (chunks: number) =>
      socket.write(`400\r\n${' '.repeat(1_024)}\r\n`.repeat(chunks));
    write(660);
    await until(() => statusesOf(received).length === 1);
    write(10);
    socket.write(['0', '', 'GET /api/me HTTP/1.1', HOST, authorization, '', ''].join('\r\n'));
    await until(() => statusesOf(received).length === 2);
    expect(statusesOf(received)).toEqual([413, 200]);
    socket.destroy();
  });

  test('that breaks off is the caller’s fault, and no error in the log', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const lines = [...POST, authorization, 'Content-Length: 100', '', '{"customer":'];
    await new Promise((done) => socket.write(lines.join('\r\n'), done));
    socket.destroy();
    await until(() => server.output().includes('"code":"malformed_json"'));
    expect(server.output()).not.toContain('unexpected error');
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  });
});

test('parameters mean nothing to open endpoints, and unknown ones are refused elsewhere', async () => {
  expect(statusesOf(await ask('GET /api/health?t=1', HOST))).toEqual([200]);
  for (const target of ['/api/me?__proto__=1', '/api/invoices?__proto__=1']) {
    expect(statusesOf(await ask(`GET ${target}`, HOST, authorization)), target).toEqual([422]);
  }
});
