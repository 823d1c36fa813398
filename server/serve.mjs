/**
 * The production server: Next.js behind Node's own HTTP server, so that it stops in order: it refuses
 * new connections, finishes open requests, then runs the hooks of lib/process/shutdown.ts. It needs
 * a build, and a database that scripts/prepare.ts has migrated.
 * @import { Server, RequestListener } from 'node:http'
 * @import { Socket } from 'node:net'
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { proxiesIn, trusting } from '../lib/facts/addresses.mjs';
import { listenAddress, ownOrigin } from '../lib/facts/listen-address.mjs';
import { createBatchingLogger } from '../lib/process/logger.mjs';
import { announcement } from './announce.mjs';
import { compressing } from './compress.mjs';
import { limitConnections, serverOptions } from './connections.mjs';
import { adapt, faultOf, isAboutServer, normalize, tellMethods } from './edge.mjs';
import { completed } from './every-answer.mjs';
import { strictTransport } from './hsts.mjs';
import { routeOutput, say } from './output.mjs';
import { nameOrigin } from './own-origin.mjs';
import { takePageRequest } from './page-faults.mjs';
import { refuseConnection, refuseRequest } from './refuse.mjs';
import { endConnections } from './stop.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

Object.assign(process.env, { NODE_ENV: 'production' });
const port = Number(process.env.PORT || 3000);
const { NEXTAUTH_URL, TRUSTED_PROXIES } = process.env;
const { origin } = new URL(NEXTAUTH_URL || `http://localhost:${port}`);
const configured = NEXTAUTH_URL ? origin : undefined;
const isTrusted = trusting(TRUSTED_PROXIES ? proxiesIn(TRUSTED_PROXIES) : []);

const address = listenAddress(process.env);
const shared = share();

/** @type {RequestListener} */
let handle = (_request, response) => response.writeHead(503, { 'Retry-After': '2' }).end();
const hsts = strictTransport(origin);
const server = createServer(serverOptions(), async (request, response) => {
  if (request.socket.destroyed) return;
  if (hsts) response.setHeader('Strict-Transport-Security', hsts);
  const fault = faultOf(request);
  if (fault) return refuseRequest(origin, request, completed(response), fault);
  if (isAboutServer(request)) return tellMethods(completed(response));
  normalize(request);
  // The API answers without the framework (lib/api/endpoint/direct.ts), which instrumentation.ts has loaded.
  if (shared.api?.(request, response)) return;
  completed(response);
  nameOrigin(request, configured);
  adapt(request, response);
  const taken = await takePageRequest(request, response, { configured, isTrusted });
  if (taken) return handle(taken, response);
});
const connections = limitConnections(server, { isTrusted });
server.on('clientError', (error, socket) =>
  refuseConnection(origin, /** @type {Socket} */ (socket), error),
);
// An unknown expectation may be ignored (RFC 9110 section 10.1.1).
server.on('checkExpectation', (request, response) => server.emit('request', request, response));
// Not once(): proper-lockfile ends the process when its listener is the only one left. Ctrl+C also
// arrives twice, from the terminal and from npm.
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    await stop();
    process.exit(0);
  });
}

await listen(server, port);

const app = next({ dev: false, dir: ROOT, port, httpServer: server });
await app.prepare();
handle = compressing(app.getRequestHandler());
// Next.js loads its pages at the first request for one. This is that request.
await fetch(`${ownOrigin(address, port)}/help`);
// Without a listener Node.js answers a request to upgrade, which Java and curl send with HTTP/1.1, as
// any other (RFC 9110 section 7.8). Next.js listens from its first request on, for development.
server.removeAllListeners('upgrade');

say(announcement(origin, address, port));

/**
 * Makes the logger of the process, which the app takes over (lib/process/log.ts).
 * @returns what server/ and the app have in common (lib/process/once-per-process.ts)
 */
function share() {
  const log = createBatchingLogger(process.env.LOG_LEVEL || 'info');
  routeOutput(log);
  globalThis.zendrhax = Object.assign(globalThis.zendrhax ?? {}, { log, say });
  return globalThis.zendrhax;
}

/**
 * Called before the app starts, so that a port in use is reported at once.
 * @param {Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, port) {
  return new Promise((done) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const inUse = error.code === 'EADDRINUSE';
      say(
        inUse
          ? `Port ${port} is in use. Set PORT to another one, for example: PORT=${port + 1} npm start`
          : `Port ${port} cannot be used: ${error.message}`,
      );
      process.exit(1);
    });
    server.listen({ port, host: address }, done);
  });
}

async function stop() {
  await endConnections(server, connections);
  const hooks = shared.shutdown ?? [];
  await Promise.allSettled(hooks.map((hook) => hook()));
}
