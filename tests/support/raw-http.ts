import { connect } from 'node:net';

/**
 * Sends bytes as they are, which no HTTP client would.
 * @param lines without line ends; an empty one ends a request's headers
 * @returns everything that came until the server closed the connection
 */
export function sendRaw(port: number, lines: string[]): Promise<string> {
  return new Promise((done, fail) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => void socket.write(lines.join('\r\n')));
    socket.setEncoding('utf8').setTimeout(60_000, () => socket.destroy(new Error(received)));
    socket.on('data', (chunk) => (received += chunk));
    socket.on('error', fail).on('close', () => done(received));
  });
}

/** The status lines of all answers in what was received: at the beginning, or after a body of JSON. */
export function statusesOf(received: string): number[] {
  return [...received.matchAll(/(?<=^|\n|\})HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
    Number(status),
  );
}
