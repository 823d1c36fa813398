import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { refuseConnection } from '@/server/refuse.mjs';

const LATE = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** What comes over a connection after so many bytes, none or more, when the time is over or all is wrong. */
async function heardAfter(said: string, error: Error & { code: string } = LATE): Promise<string> {
  const server = createServer(async (socket) => {
    if (said) await once(socket, 'data');
    await refuseConnection('http://host', socket, error);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  connection.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  if (said) connection.write(said);
  await once(connection, 'close');
  server.close();
  return text;
}

test('a request that does not come to its end in time is refused', async () => {
  const answer = await heardAfter('GET / HTTP/1.1\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(answer).toContain('"code":"request_timeout"');
});

test.each([
  [
    'HPE_HEADER_OVERFLOW',
    /^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/,
    'headers_too_large',
  ],
  ['HPE_INVALID_METHOD', /^HTTP\/1\.1 400 Bad Request\r\n/, 'invalid_request'],
])('%s is a problem with an id and a line of the log', async (code, status, ours) => {
  const warn = vi.fn();
  vi.stubGlobal('zendrhax', { log: { warn } });
  const answer = await heardAfter('GET /', Object.assign(new Error(code), { code }));
  expect(answer).toMatch(status);
  const id = /^X-Request-Id: (.+)\r$/im.exec(answer)?.[1];
  expect(answer).toContain(`"instance":"urn:uuid:${id}","code":"${ours}"`);
  expect(warn.mock.calls).toMatchObject([[{ requestId: id, code: ours }, 'request refused']]);
  vi.unstubAllGlobals();
});

test('a connection on which nothing was asked is closed without a word', async () => {
  expect(await heardAfter('')).toBe('');
});
