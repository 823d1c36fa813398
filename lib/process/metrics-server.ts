import { createServer } from 'node:http';
import { log } from './log';
import { readMetrics } from './metrics';

/**
 * Serves the metrics to Prometheus on a separate port, which no proxy should forward to.
 * @param port answers `GET /metrics` and nothing else
 * @param address of this machine to listen on; all of them if undefined
 */
export function startMetricsServer(port: number, address?: string): void {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const { text, contentType } = await readMetrics();
    response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }).end(text);
  });
  server.on('error', (error) => log.error({ err: error, port }, 'metrics cannot be served'));
  server.listen({ port, host: address });
  server.unref();
}
