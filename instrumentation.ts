/** Runs once per server, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkDatabase, openRedis, serveMetrics } = await import('./lib/startup');
    await checkDatabase();
    await openRedis();
    serveMetrics();
  }
}
