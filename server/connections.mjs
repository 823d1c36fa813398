/**
 * How many connections there are, and whose; how long one may do nothing for us.
 * @import { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http'
 * @import { Socket } from 'node:net'
 */
import { networkOf } from '../lib/facts/addresses.mjs';
import { answersOf, noteAnswer } from './answers.mjs';

const MAX_CONNECTIONS = 2_000;
/** Everybody behind one address shares it, and what is asked on a connection takes milliseconds. */
const MAX_OF_ONE_ADDRESS = 200;
/** An answer that nobody reads holds its connection and its memory for as long. */
const ANSWER_WITHIN_MS = 60_000;
const TELL_EVERY_MS = 60_000;

/** What is in front keeps an idle connection for a minute, Caddy for two; ours has to be longer. */
const KEEP_ALIVE_S = 130;

/**
 * How long a request may take to arrive, and how long a connection may be idle. Node.js looks at the
 * former only every half minute, if it is not told to do so more often. It would answer a request
 * without a host by itself; {@link faultOf} of edge.mjs finds it.
 * @param {Record<string, string | undefined>} settings
 * @returns {ServerOptions}
 */
export const serverOptions = ({ KEEP_ALIVE_SECONDS } = process.env) => ({
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: Number(KEEP_ALIVE_SECONDS || KEEP_ALIVE_S) * 1_000,
  requireHostHeader: false,
});

/**
 * Limits how many connections there are, and how long one may take to read an answer. Of connections
 * that are too many, that goes which has been idle for longest; where all are busy, the new one. An
 * address has a share of all connections, so that it takes no others their place.
 * @param {Server} server
 * @param {object} [limits]
 * @param {number} [limits.atMost] connections of all
 * @param {number} [limits.ofOneAddress] connections of one address, or of one network of IPv6
 * @param {number} [limits.answerWithin] milliseconds for an answer to be made and read
 * @param {(address: string) => boolean} [limits.isTrusted] whether it is of a proxy, whose connections
 *   are other people's
 * @returns `open`: all connections; `idle`: those on which nothing is asked, the one that is so for
 *   longest first
 */
export function limitConnections(server, limits = {}) {
  const { atMost = MAX_CONNECTIONS, ofOneAddress = MAX_OF_ONE_ADDRESS } = limits;
  const { answerWithin = ANSWER_WITHIN_MS, isTrusted = () => false } = limits;
  const close = closer();
  /** Every connection, with whose it is. @type {Map<Socket, string>} */
  const open = new Map();
  /** How many of those each has. @type {Map<string, number>} */
  const shares = new Map();
  /** Those without a request, with how many bytes had come by then. @type {Map<Socket, number>} */
  const resting = new Map();

  server.setTimeout(answerWithin);
  server.on('connection', (/** @type {Socket} */ socket) => {
    const owner = ownerOf(socket, isTrusted);
    const share = (shares.get(owner) ?? 0) + 1;
    open.set(socket, owner);
    shares.set(owner, share);
    socket.on('close', () => forget(socket));
    const isOverShare = owner !== PROXY && share > ofOneAddress;
    if (isOverShare || open.size > atMost) {
      const [spare = socket] = idle(isOverShare ? owner : undefined);
      forget(spare);
      close(spare);
      if (spare === socket) return;
    }
    resting.set(socket, 0);
  });
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    noteAnswer(request, response);
    resting.delete(socket);
    // The timeout above is for a connection on which nothing moves; this one is for a trickle.
    const timer = setTimeout(() => socket.destroy(), answerWithin).unref();
    response.on('close', () => clearTimeout(timer));
    // A body may still come when its answer is sent, as of one that is too large.
    for (const part of [request, response]) part.on('close', () => rest(socket));
  });
  return { idle, open: () => open.keys() };

  /** @param {string} [owner] of these alone */
  function* idle(owner) {
    for (const [socket, bytes] of resting) {
      if (owner !== undefined && open.get(socket) !== owner) continue;
      if (socket.bytesRead === bytes) yield socket;
    }
  }

  /** @param {Socket} socket */
  function rest(socket) {
    if (!open.has(socket) || answersOf(socket).length > 0) return;
    resting.delete(socket);
    resting.set(socket, socket.bytesRead);
  }

  /** @param {Socket} socket */
  function forget(socket) {
    const owner = open.get(socket);
    if (owner === undefined) return;
    open.delete(socket);
    resting.delete(socket);
    const left = (shares.get(owner) ?? 0) - 1;
    if (left > 0) shares.set(owner, left);
    else shares.delete(owner);
  }
}

const PROXY = 'a proxy';

/**
 * @param {Socket} socket
 * @param {(address: string) => boolean} isTrusted
 */
const ownerOf = ({ remoteAddress = '' }, isTrusted) =>
  isTrusted(remoteAddress) ? PROXY : networkOf(remoteAddress);

/**
 * Closes connections that are too many, and tells the log of it now and then: there may be many. Idle ones
 * are told of too: where many come before any has said a word, as on a busy machine, all are idle.
 */
function closer() {
  let toldAt = Number.NEGATIVE_INFINITY;
  let untold = 0;
  return (/** @type {Socket} */ socket) => {
    const { remoteAddress: socketAddress } = socket;
    socket.destroy();
    untold++;
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    globalThis.zendrhax?.log?.warn({ socketAddress, closed: untold }, 'too many connections');
    toldAt = performance.now();
    untold = 0;
  };
}
