import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { freePort } from '../support/port';

let api: Awaited<ReturnType<typeof startApiServer>>;
let metricsOrigin: string;

beforeAll(async () => {
  const port = await freePort();
  metricsOrigin = `http://localhost:${port}`;
  api = await startApiServer({ METRICS_PORT: String(port) });
});

afterAll(() => api?.stop());

const ask = (path: string, secret: string, method = 'GET') =>
  fetch(`${api.server.origin}${path}`, { method, headers: { Authorization: `Bearer ${secret}` } });

/** The samples by name and labels, as Prometheus would read them. */
async function scrape(): Promise<Map<string, number>> {
  const answer = await fetch(`${metricsOrigin}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, sample = line, value] = /^([a-zA-Z_:][\w:]*(?:{.*})?) (\S+)$/.exec(line) ?? [];
      expect(Number(value), line).not.toBeNaN();
      return [sample, Number(value)];
    }),
  );
}

test('requests, durations, limits, batches and connections are counted', async () => {
  const { secret } = await api.makeApiKey(
    await api.makeWorkspace({ plan: { requestsPerMinute: 3 } }),
  );
  for (let requests = 0; requests < 5; requests++) await ask('/api/me', secret);
  await ask('/api/me', `sk_${'0'.repeat(64)}`);
  const samples = await scrape();
  const requests = (status: number) =>
    samples.get(`zendrhax_api_requests_total{method="GET",route="/api/me",status="${status}"}`);
  expect([requests(200), requests(429), requests(401)]).toEqual([3, 2, 1]);
  const duration = 'zendrhax_api_request_duration_seconds';
  expect(samples.get(`${duration}_count{method="GET",route="/api/me"}`)).toBe(6);
  expect(samples.get(`${duration}_sum{method="GET",route="/api/me"}`)).toBeGreaterThan(0);
  const decisions = (limit: string, decision: string) =>
    samples.get(`zendrhax_rate_limiter_decisions_total{limit="${limit}",decision="${decision}"}`);
  expect(decisions('api_key', 'allowed')).toBe(3);
  expect(decisions('api_key', 'refused')).toBe(2);
  expect(decisions('failed_authentication', 'allowed')).toBe(1);
  expect(samples.get('zendrhax_verification_batch_keys_sum')).toBe(6);
  expect(samples.get('zendrhax_database_connections{state="idle"}')).toBeGreaterThan(0);
  expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('what a caller makes up adds no series', async () => {
  const { secret } = await api.makeApiKey(await api.makeWorkspace());
  const seriesOf = async () =>
    [...(await scrape()).keys()].filter((name) => name.includes('route='));
  await ask('/api/invoices/x', secret);
  await ask('/api/nowhere', secret);
  await ask('/api/me', secret, 'PROPFIND');
  const before = await seriesOf();
  for (let index = 0; index < 20; index++) {
    await ask(`/api/invoices/${index}`, secret);
    await ask(`/api/nowhere/${index}`, secret);
    await ask('/api/me', secret, ['PROPFIND', 'LOCK', 'SEARCH', 'PURGE'][index % 4]);
  }
  expect(await seriesOf()).toEqual(before);
});

test('the metrics are on their own port, and nothing else is', async () => {
  for (const path of ['/', '/api/me', '/metrics/x']) {
    expect((await fetch(`${metricsOrigin}${path}`)).status).toBe(404);
  }
  expect((await fetch(`${metricsOrigin}/metrics`, { method: 'POST' })).status).toBe(404);
  for (const path of ['/metrics', '/api/metrics']) {
    expect((await fetch(`${api.server.origin}${path}`)).status).toBe(404);
  }
});
