import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { type Known, type WireRequest, wireRequest } from '../support/fuzz-requests';
import type { RunningServer } from '../support/server';

const REQUESTS = 3_000;
const FRAMEWORK_ONLY = { NODE_OPTIONS: '--import=./tests/support/framework-only.mjs' };

let api: Awaited<ReturnType<typeof startApiServer>>;
let framework: RunningServer;

beforeAll(async () => {
  api = await startApiServer({ LOG_LEVEL: 'info' });
  framework = await api.startInstance(FRAMEWORK_ONLY);
});

afterAll(() => api?.stop());

/** The same workspaces, keys and invoices each time, but for their ids. */
async function makeWorld(paths: string[], parameters: string[]): Promise<Known> {
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
  return { ...found, paths, parameters };
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function send(port: number, { method, path, headers, body }: WireRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const options = { port, method, path, headers: { ...headers, ...length } };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('error', reject).on('end', () => {
        const { statusCode = 0, headers: found } = response;
        resolve({ status: statusCode, headers: found, body: text });
      });
    });
    request.on('error', reject).end(body ?? undefined);
  });
}

/** Whoever sends these talks to the framework, which then answers as itself. */
const INTERNALS = /^(rsc|next-|x-nextjs|x-middleware|x-invoke|x-matched)/;

const withoutInternals = (request: WireRequest): WireRequest => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !INTERNALS.test(name)),
  ),
});

/** What may differ: the framework says that a page of this address would vary, and chunks HEAD. */
const OF_THE_WAY = ['vary', 'transfer-encoding', 'content-length', 'date', 'keep-alive'];

/** Parts that differ from request to request, or between the workspaces. */
const OWN: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>'],
  [/Workspace <id>/g, '<name>'],
  [/sk_\w{4}…\w{4}/g, '<hint>'],
  [/plan-<id>/g, '<plan>'],
  [/(?<=next_cursor":"|cursor=)[\w%-]+/g, '<cursor>'],
  [/http:\/\/localhost:\d+/g, '<origin>'],
];

function comparable({ status, headers, body }: Answer) {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_WAY.includes(name));
  const without = (text: string) =>
    OWN.reduce((rest, [pattern, name]) => rest.replaceAll(pattern, name), text);
  const values = kept.map(([name, value]) => {
    if (name === 'etag') return [name, '<etag>'];
    if (name.includes('ratelimit') && !name.endsWith('policy')) return [name, '<count>'];
    return [name, without(String(value))];
  });
  return { status, headers: Object.fromEntries(values.sort()), body: without(body) };
}

const isOverLimit = ({ status }: Answer) => status === 429;

test('both ways give the same answers to the same requests', async () => {
  const document = await (await fetch(`${api.server.origin}/api/openapi.json`)).json();
  const query = [...JSON.stringify(document).matchAll(/"in":"query","name":"(\w+)"/g)];
  const parameters = query.map(([, name = '']) => name);
  const paths = Object.keys(document.paths);
  const sample = async (seed: number) =>
    fc.sample(wireRequest(await makeWorld(paths, parameters)), { seed, numRuns: REQUESTS });
  const seed = Date.now();
  const [ones, others] = [await sample(seed), await sample(seed)];
  const differences: unknown[] = [];
  let compared = 0;
  for (const [index, given] of ones.entries()) {
    const request = withoutInternals(given);
    // The framework alone answers these: it leads to the address without the dots.
    if (/\/\.\.?([/?]|$)/.test(request.path)) continue;
    const [direct, through] = await Promise.all([
      send(api.server.port, request),
      send(framework.port, withoutInternals(others[index] as WireRequest)),
    ]);
    // Each counts wrong keys for itself, in minutes of its own.
    if ([direct, through].some(isOverLimit)) continue;
    const [one, other] = [comparable(direct), comparable(through)];
    const { method, path, headers, body } = request;
    const sent = { index, method, path, headers, body: body?.toString().slice(0, 200) };
    if (!isDeepStrictEqual(one, other)) differences.push({ sent, direct: one, through: other });
    compared++;
  }
  expect(differences.slice(0, 3), `seed ${seed}`).toEqual([]);
  expect(compared).toBeGreaterThan(REQUESTS / 2);
}, 300_000);
