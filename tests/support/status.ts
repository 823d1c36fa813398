import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** Sends a GET and reads the status of its answer alone, for tests that send thousands. */
export function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request(url, { agent, headers }, (answer) => {
      answer
        .on('error', fail)
        .on('end', () => done(answer.statusCode ?? 0))
        .resume();
    });
    asked.on('error', fail).end();
  });
}
