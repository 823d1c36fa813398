import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Exchange = {
  method: string;
  url: string;
  requestBody: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** status line aside, all that the server sent: headers and body */
  answer: string;
};

/**
 * Stands between a browser and the server and writes down every byte that passes, also of what a
 * page asks for by itself: prefetches, RSC payloads, streams.
 * @returns its own address, what it has seen so far, and how to end it
 */
export async function record(target: string) {
  const { hostname, port } = new URL(target);
  const exchanges: Exchange[] = [];

  const server = createServer((incoming, outgoing) => {
    // Uncompressed, so that the bodies can be searched.
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const { method = 'GET', url = '/' } = incoming;
    const asked: Buffer[] = [];
    const upstream = request({ hostname, port, method, path: url, headers }, (answer) => {
      const got: Buffer[] = [];
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (chunk) => got.push(chunk));
      answer.on('end', () =>
        exchanges.push({
          method,
          url,
          requestBody: Buffer.concat(asked).toString(),
          status: answer.statusCode ?? 502,
          headers: answer.headers,
          answer: answer.rawHeaders.join('\n') + Buffer.concat(got).toString(),
        }),
      );
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    incoming.on('data', (chunk) => asked.push(chunk));
    incoming.pipe(upstream);
  }).listen(0);
  await once(server, 'listening');

  return {
    baseURL: `http://localhost:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
