import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/**
 * Sends a GET and reads the status of its answer alone, for tests that send thousands. A connection
 * that the server closes as it is used again was not asked: the request goes over another one.
 */
export function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request(url, { agent, headers }, (answer) => {
      answer
        .on('error', fail)
        .on('end', () => done(answer.statusCode ?? 0))
        .resume();
    });
    asked.on('error', (error) =>
      asked.reusedSocket ? statusOf(url, headers).then(done, fail) : fail(error),
    );
    asked.end();
  });
}
