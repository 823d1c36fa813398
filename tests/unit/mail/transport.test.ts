import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSmtp } from '../../support/smtp';

const MESSAGE = {
  to: 'someone@example.com',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
};

beforeEach(() => vi.resetModules());

afterEach(() => vi.unstubAllEnvs());

/** The transport as it is with these settings. */
async function deliverWith(settings: Record<string, string>): Promise<void> {
  vi.stubEnv('MAIL_FROM', 'us@example.com');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { deliver } = await import('@/lib/mail/transport');
  return deliver(MESSAGE);
}

test('a mail goes to a server on this machine without TLS, and to no other', async () => {
  const smtp = await startSmtp();
  await deliverWith({ SMTP_URL: smtp.url });
  expect(smtp.received).toHaveLength(1);
  // An address of this machine by another name, as a server elsewhere would have.
  const elsewhere = smtp.url.replace('localhost', '0.0.0.0');
  vi.resetModules();
  await expect(deliverWith({ SMTP_URL: elsewhere })).rejects.toThrow(/STARTTLS/);
  expect(smtp.received).toHaveLength(1);
  vi.resetModules();
  await deliverWith({ SMTP_URL: elsewhere, SMTP_REQUIRE_TLS: 'false' });
  expect(smtp.received).toHaveLength(2);
  await smtp.stop();
});

test('a mail server that says nothing is waited for 8 seconds', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const began = Date.now();
  await expect(deliverWith({ SMTP_URL: `smtp://127.0.0.1:${port}` })).rejects.toThrow(
    /timeout|greeting/i,
  );
  expect(Date.now() - began).toBeLessThan(12_000);
  for (const socket of sockets) socket.destroy();
  silent.close();
});
