import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSmtp } from '../../support/smtp';

const MESSAGE = {
  id: '019ad8f0-0000-7000-8000-000000000001',
  createdAt: new Date('2026-11-30T12:00:00Z'),
  to: 'someone@example.com',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
};

beforeEach(() => vi.resetModules());

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The transport as it is with these settings. */
async function transportWith(settings: Record<string, string>) {
  vi.stubEnv('MAIL_FROM', 'us@example.com');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import('@/lib/mail/transport');
}

const deliverWith = async (settings: Record<string, string>) =>
  (await transportWith(settings)).deliver(MESSAGE);

/** The next connection that this process opens, once it is made. */
async function nextConnection(): Promise<void> {
  const socket = await new Promise<Socket>((found) => {
    const take = (message: unknown) => {
      unsubscribe('net.client.socket', take);
      found((message as { socket: Socket }).socket);
    };
    subscribe('net.client.socket', take);
  });
  if (socket.connecting) await once(socket, 'connect');
}

test('a mail goes to a server on this machine without TLS, and to no other', async () => {
  const smtp = await startSmtp();
  await deliverWith({ SMTP_URL: smtp.url });
  expect(smtp.received).toHaveLength(1);
  // An address of this machine by another name, as a server elsewhere would have.
  const elsewhere = smtp.url.replace('127.0.0.1', '0.0.0.0');
  vi.resetModules();
  await expect(deliverWith({ SMTP_URL: elsewhere })).rejects.toThrow(/STARTTLS/);
  expect(smtp.received).toHaveLength(1);
  vi.resetModules();
  await deliverWith({ SMTP_URL: elsewhere, SMTP_REQUIRE_TLS: 'false' });
  expect(smtp.received).toHaveLength(2);
  await smtp.stop();
});

/** A mail server that refuses, at one command, what it is told to. */
async function refusing(at: 'onRcptTo' | 'onData' | 'onMailFrom', code: number, words: string) {
  const error = Object.assign(new Error(words), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    [at]: (first: Readable | object, _session: object, done: (error: Error) => void) => {
      if (first instanceof Readable) first.resume().on('end', () => done(error));
      else done(error);
    },
  });
  server.listen(0);
  await once(server.server, 'listening');
  return { server, port: (server.server.address() as AddressInfo).port };
}

test.each([
  ['onRcptTo', 550, '5.1.1 No such mailbox', true],
  ['onRcptTo', 550, '5.2.1 Mailbox disabled', true],
  ['onRcptTo', 550, 'relay not permitted', false],
  ['onRcptTo', 550, '5.4.5 Daily sending quota exceeded', false],
  ['onData', 554, 'Message rejected', false],
  ['onData', 552, '5.3.4 Too large', true],
  ['onRcptTo', 450, '4.2.0 Greylisted, come back', false],
  ['onRcptTo', 554, '5.7.1 Relay access denied', false],
  ['onMailFrom', 553, '5.1.8 We do not know this sender', false],
  ['onData', 451, '4.3.0 Not now', false],
] as const)('%s %i %s is refused for good: %s', async (at, code, words, isForGood) => {
  const { server, port } = await refusing(at, code, words);
  const { deliver } = await transportWith({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  const { JobFailedForGood } = await import('@/lib/jobs/kinds');
  const error = await deliver(MESSAGE).catch((one: Error) => one);
  expect(String(error)).toContain(words);
  expect(error instanceof JobFailedForGood).toBe(isForGood);
  server.close();
});

test('a mail server that says nothing is waited for 8 seconds, and no longer', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const { deliver } = await transportWith({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const connected = nextConnection();
  let outcome = 'none yet';
  const delivery = deliver(MESSAGE).catch((error: Error) => (outcome = error.message));
  await connected;
  await nextTurn();
  vi.advanceTimersByTime(7_999);
  await nextTurn();
  expect(outcome).toBe('none yet');
  vi.advanceTimersByTime(1);
  await delivery;
  expect(outcome).toMatch(/timeout|greeting/i);
  for (const socket of sockets) socket.destroy();
  silent.close();
});
