/**
 * The answers that each connection still waits for.
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Socket } from 'node:net'
 */

/** @type {WeakMap<Socket, Set<ServerResponse>>} */
const openAnswers = new WeakMap();

/**
 * How many answers one connection may wait for. A thousand short requests fit into one packet, and
 * their answers would all be in memory, for someone who need not even read them.
 */
const MAX_OPEN_ANSWERS = 16;

/**
 * The answers that a connection waits for, the oldest first.
 * @param {Socket} socket
 */
export const answersOf = (socket) => [...(openAnswers.get(socket) ?? [])];

/**
 * Remembers an answer until it is sent, or closes the connection if that waits for too many already.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export function noteAnswer({ socket }, response) {
  const answers = openAnswers.get(socket) ?? new Set();
  if (answers.size >= MAX_OPEN_ANSWERS) socket.destroy();
  openAnswers.set(socket, answers.add(response));
  response.on('close', () => answers.delete(response));
}
