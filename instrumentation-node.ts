import { oncePerProcess } from './lib/process/once-per-process';

/**
 * What Node.js does before the first request. In a file of its own, for the framework also builds
 * instrumentation.ts for a runtime without Node.js.
 */
export async function start(): Promise<void> {
  const { checkDatabase, openRedis, serveMetrics, startTimers, warnOfPlainText } =
    await loadStartup();
  warnOfPlainText();
  await checkDatabase();
  await openRedis();
  serveMetrics();
  startTimers();
  const { loadDirect } = await import('./app/api/direct');
  const direct = await loadDirect();
  // For server/serve.mjs.
  oncePerProcess('api', () => direct);
}

/** Ends the process if its settings are missing or wrong (ASVS 13.3.1): every request would fail. */
async function loadStartup() {
  try {
    return await import('./lib/startup');
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'EnvError') throw error;
    const { say } = await import('./lib/process/say');
    say(`\n${error.message}`);
    process.exit(1);
  }
}
