import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { type Known, type WireRequest, wireRequest } from '../support/fuzz-requests';

const GROUPS = 100;
const REQUESTS_PER_GROUP = 200;
const GIVE_UP_AFTER_MS = 60_000;

let api: Awaited<ReturnType<typeof startApiServer>>;
let known: Known;
let isProblem: (body: unknown) => boolean;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

beforeAll(async () => {
  api = await startApiServer();
  const document = await (await fetch(`${api.server.origin}/api/openapi.json`)).json();
  const query = [...JSON.stringify(document).matchAll(/"in":"query","name":"(\w+)"/g)];
  const parameters = query.map(([, name = '']) => name);
  expect(parameters).toContain('cursor');
  known = { ...(await seed()), paths: Object.keys(document.paths), parameters };
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  isProblem = ajv.addSchema(document, 'openapi').compile({
    $ref: 'openapi#/components/schemas/Problem',
  });
});

afterAll(async () => {
  agent.destroy();
  await api?.stop();
});

/** Two keys of two workspaces, invoices of both, and a cursor. */
async function seed(): Promise<Pick<Known, 'secrets' | 'ids' | 'cursor'>> {
  const { listInvoices } = await import('@/lib/invoices/read/list-invoices');
  const found = { secrets: [] as string[], ids: [] as string[], cursor: '' };
  for (let index = 0; index < 2; index++) {
    const workspace = await api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });
    const { secret } = await api.makeApiKey(workspace);
    found.secrets.push(secret);
    for (let ids = 0; ids < 20; ids++) found.ids.push(await api.makeInvoice(workspace.id));
    await api.makeInvoices(workspace.id, 30);
    found.cursor = (await listInvoices(workspace.owner, {})).nextCursor ?? '';
  }
  return found;
}

type Answer = { status: number; type: string; body: string };

function send({ method, path, headers, body }: WireRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.server.origin);
    const length = body ? { 'content-length': String(body.length) } : {};
    const options = { agent, hostname, port, method, path, headers: { ...headers, ...length } };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('error', reject).on('end', () => {
        const { statusCode = 0, headers: found } = response;
        resolve({ status: statusCode, type: found['content-type'] ?? '', body: text });
      });
    });
    request.setTimeout(GIVE_UP_AFTER_MS, () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

async function check(request: WireRequest): Promise<number> {
  const answer = await send(request);
  const body = request.body?.toString().slice(0, 200);
  const what = JSON.stringify({ ...request, body, answer });
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status < 400 || request.method === 'HEAD') return answer.status;
  // `/api/..` is the home page.
  const { pathname } = new URL(request.path, api.server.origin);
  if (!/^\/api(\/|$)/.test(pathname)) return answer.status;
  expect(answer.type, what).toBe('application/problem+json');
  expect(isProblem(JSON.parse(answer.body)), what).toBe(true);
  expect(JSON.parse(answer.body).status, what).toBe(answer.status);
  return answer.status;
}

test('20,000 generated requests get no 5xx, no silence, and a problem where they are refused', async () => {
  const statuses = new Map<number, number>();
  const group = fc.array(wireRequest(known), {
    minLength: REQUESTS_PER_GROUP,
    maxLength: REQUESTS_PER_GROUP,
  });
  const outcome = await fc.check(
    fc.asyncProperty(group, async (requests) => {
      for (const status of await Promise.all(requests.map(check))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
    { numRuns: GROUPS, endOnFailure: true },
  );
  // The one request that failed, not the two hundred that went with it.
  if (outcome.failed) throw outcome.errorInstance;
  // The requests are not all refused at the door.
  for (const status of [200, 201, 204, 400, 401, 404, 405, 409, 413, 415, 422]) {
    expect(statuses.get(status), JSON.stringify([...statuses])).toBeGreaterThan(0);
  }
  expect((await fetch(`${api.server.origin}/api/health`)).status).toBe(200);
}, 300_000);

test.each([
  ['multipart/form-data; boundary=x', ''],
  ['multipart/form-data; boundary=x', 'not a form'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut'],
  ['multipart/form-data', 'not a form'],
])('a form that cannot be read gets 400 on pages: %s, %j', async (type, body) => {
  for (const path of ['/', '/sign-in', '/api/..']) {
    const headers = { 'content-type': type };
    const answer = await send({ method: 'POST', path, headers, body: Buffer.from(body) });
    expect(answer.status, path).toBe(400);
  }
});

const TOO_LARGE = `GET /api/me HTTP/1.1\r\nHost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`;

const BROKEN = [
  'FOO /api/me HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /api/me HTTP/9.9\r\nHost: x\r\n\r\n',
  'GET /api/me HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n',
  TOO_LARGE,
  'GET /api/me HTTP/1.1\r\n\r\n',
  'POST /api/invoices HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n',
  'POST /api/invoices HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  '\x16\x03\x01\x02\x00',
  '\x00\x00\x00',
];

test.each(BROKEN)(
  'what is not a request gets 400, or 431, and the line is cut: %j',
  async (text) => {
    const { hostname, port } = new URL(api.server.origin);
    const socket = connect(Number(port), hostname);
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      socket.setEncoding('utf8').on('data', (chunk) => {
        received += chunk;
      });
      socket.on('close', () => resolve(received)).on('error', reject);
      socket.setTimeout(GIVE_UP_AFTER_MS, () => socket.destroy(new Error('no answer')));
      socket.write(text, 'latin1');
    });
    expect(answer).toMatch(text === TOO_LARGE ? /^HTTP\/1\.1 431 / : /^HTTP\/1\.1 400 /);
    if (!answer.includes('application/problem+json')) return;
    expect(isProblem(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))))).toBe(true);
  },
);
