/**
 * The end of all connections, in order.
 * @import { Server, ServerResponse } from 'node:http'
 * @import { Socket } from 'node:net'
 * @import { limitConnections } from './connections.mjs'
 */
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersOf } from './answers.mjs';

/** How long a request may be on its way on a connection that is idle for all that we know. */
const ON_ITS_WAY_MS = 500;
const END_WITHIN_MS = 10_000;

/**
 * Takes no more connections, and closes each with the answer to what was asked on it. An idle one is
 * kept for a moment: a request that was already on its way on it is answered, and not reset.
 * @param {Server} server
 * @param {ReturnType<typeof limitConnections>} connections
 * @param {number} [onItsWay] in milliseconds
 */
export async function endConnections(server, { open, idle }, onItsWay = ON_ITS_WAY_MS) {
  server.prependListener('request', (_request, response) => sayLast(response));
  for (const socket of open()) for (const response of answersOf(socket)) sayLast(response);
  // The close() of an HTTP server cuts idle connections at once.
  const closed = new Promise((done) => NetServer.prototype.close.call(server, done));
  await Promise.race([closed, sleep(onItsWay)]);
  for (const socket of idle()) end(socket);
  await Promise.race([closed, sleep(END_WITHIN_MS)]);
}

/**
 * Says in an answer that no other follows on its connection, or sees to it where it is said otherwise.
 * @param {ServerResponse} response
 */
function sayLast(response) {
  const { socket } = response.req;
  if (response.headersSent) response.on('close', () => end(socket));
  else response.setHeader('Connection', 'close');
}

/**
 * Closes a connection for us, and in a moment for the client, whose last words would be reset.
 * @param {Socket} socket
 */
function end(socket) {
  socket.end();
  setTimeout(() => socket.destroy(), ON_ITS_WAY_MS).unref();
}
