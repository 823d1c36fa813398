import type { Instrumentation } from 'next';

/** Runs once per server, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkDatabase, openRedis, serveMetrics } = await loadStartup();
    await checkDatabase();
    await openRedis();
    serveMetrics();
  }
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

/** Called with what a page, an action or a route threw. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logPageError } = await import('./lib/startup');
    logPageError(error, request, context);
  }
};
