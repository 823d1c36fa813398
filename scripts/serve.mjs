/**
 * The production server: Next.js behind Node's own HTTP server, so that stopping is orderly. It
 * refuses new connections, finishes what it has begun, then runs what the app left to be done at
 * the end (see lib/shutdown.ts). Wants a build and a database that scripts/prepare.ts has seen.
 */
import { createServer } from 'node:http';
import next from 'next';
import { ROOT } from './steps.mjs';

const STOP_WITHIN_MS = 10_000;

process.env.NODE_ENV = 'production';
const port = Number(process.env.PORT || 3000);

let handle = (_request, response) => response.writeHead(503, { 'Retry-After': '2' }).end();
const https = process.env.NEXTAUTH_URL?.startsWith('https:');
// A request that does not arrive within half a minute is not worth a connection.
const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  appendSocketAddress(request);
  return handle(request, response);
});
await listen(server, port);

const app = next({ dev: false, dir: ROOT, port, httpServer: server });
await app.prepare();
handle = app.getRequestHandler();
// Next.js loads the app with its first request, and the app takes its database then: here it is.
await fetch(`http://localhost:${port}/api/health`);

// Not once(): proper-lockfile's own listener ends the process as soon as it finds itself alone. And
// Ctrl+C arrives twice, from the terminal and from npm.
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    await stop(server);
    process.exit(0);
  });
}
announce(port);

/** As any proxy does: so the last address is true, whatever the caller wrote (lib/api/client-address.ts). */
function appendSocketAddress({ headers, socket }) {
  const claimed = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = claimed
    ? `${claimed}, ${socket.remoteAddress}`
    : socket.remoteAddress;
}

/** Takes the port first: a port in use is better said at once than after the app has started. */
function listen(server, port) {
  return new Promise((done) => {
    server.once('error', (error) => {
      const inUse = error.code === 'EADDRINUSE';
      console.error(
        inUse
          ? `Port ${port} is in use. Set PORT to another one, for example: PORT=${port + 1} npm start`
          : `Port ${port} cannot be used: ${error.message}`,
      );
      process.exit(1);
    });
    server.listen(port, done);
  });
}

async function stop(server) {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const timeout = new Promise((done) => setTimeout(done, STOP_WITHIN_MS));
  await Promise.race([closed, timeout]);
  const hooks = globalThis.zendrhaxShutdownHooks ?? [];
  await Promise.allSettled(hooks.map((hook) => hook()));
}

function announce(port) {
  console.log(`\nZendrhax is ready at ${process.env.NEXTAUTH_URL || `http://localhost:${port}`}`);
  if (process.env.DATABASE_URL) return;
  console.log(`
Demo sign-ins, password zendrhax-demo:
  owner@acme.test      Owner of Acme (Pro), Admin of Globex
  admin@acme.test      Admin of Acme
  user@acme.test       User of Acme
  owner@globex.test    Owner of Globex (Starter)
  owner@initech.test   Owner of Initech (Free)
  owner@umbrella.test  Owner of Umbrella (Enterprise)
  owner@hooli.test     Owner of Hooli (a plan without API keys)
`);
}
