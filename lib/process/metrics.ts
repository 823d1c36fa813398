import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { oncePerProcess } from './once-per-process';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const KEYS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 500];

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'zendrhax_api_requests_total',
      help: 'Requests to the API, by route and outcome',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    duration: new Histogram({
      name: 'zendrhax_api_request_duration_seconds',
      help: 'Time from the start of a request to its answer',
      labelNames: ['method', 'route'],
      buckets: SECONDS,
      registers,
    }),
    limiter: new Counter({
      name: 'zendrhax_rate_limiter_decisions_total',
      help: 'Requests that a limit let through or refused',
      labelNames: ['limit', 'decision'],
      registers,
    }),
    jobs: new Counter({
      name: 'zendrhax_job_attempts_total',
      help: 'Attempts at jobs, by kind and what became of them: done, failed (tried again), given_up',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    batch: new Histogram({
      name: 'zendrhax_verification_batch_keys',
      help: 'API keys that were looked up by one query',
      buckets: KEYS,
      registers,
    }),
  };
}

declare global {
  interface ZendrhaxProcess {
    metrics: ReturnType<typeof createMetrics>;
  }
}

const metrics = oncePerProcess('metrics', createMetrics);

/** @returns the metrics in Prometheus' text format, and its media type */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics;
  return { text: await registry.metrics(), contentType: registry.contentType };
}

/** Watches the process itself: processor time, memory, the event loop. */
export function observeProcess(): void {
  collectDefaultMetrics({ register: metrics.registry });
}

/** @param count returns how many database connections there are; called for each reading */
export function observeConnections(
  count: () => { total: number; idle: number; waiting: number },
): void {
  new Gauge({
    name: 'zendrhax_database_connections',
    help: 'Connections to the PostgreSQL server, and requests waiting for one',
    labelNames: ['state'],
    registers: [metrics.registry],
    collect() {
      const { total, idle, waiting } = count();
      this.set({ state: 'active' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}

type ObservedRequest = { method: string; route: string; status: number; seconds: number };

/** @param request `route` is the template, such as `/api/invoices/{id}`: one series per endpoint */
export function observeRequest({ method, route, status, seconds }: ObservedRequest): void {
  metrics.requests.inc({ method, route, status });
  metrics.duration.observe({ method, route }, seconds);
}

/** @param limit which limit decided */
export function observeLimit(limit: 'api_key' | 'failed_authentication', allowed: boolean): void {
  metrics.limiter.inc({ limit, decision: allowed ? 'allowed' : 'refused' });
}

/** @param keys how many keys one query looks up */
export function observeVerificationBatch(keys: number): void {
  metrics.batch.observe(keys);
}

/** @param outcome what became of one attempt */
export function observeJob(kind: string, outcome: 'done' | 'failed' | 'given_up'): void {
  metrics.jobs.inc({ kind, outcome });
}
