import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { refuseConnection } from '@/server/refuse.mjs';

const LATE = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** What comes over a connection after so many bytes, none or more, when the time is over. */
async function heardAfter(said: string): Promise<string> {
  const server = createServer(async (socket) => {
    if (said) await once(socket, 'data');
    await refuseConnection('http://host', socket, LATE);
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
  expect(await heardAfter('GET / HTTP/1.1\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

test('a connection on which nothing was asked is closed without a word', async () => {
  expect(await heardAfter('')).toBe('');
});
