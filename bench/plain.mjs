/** A server of `node:http` alone, with the body of the product's `GET /api/me`. */
import { createServer } from 'node:http';
import { body } from './body.mjs';

const text = JSON.stringify(body);
const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
createServer((_request, response) => response.writeHead(200, headers).end(text)).listen(
  Number(process.env.PORT),
  () => console.log('Zendrhax is ready'),
);
