/** Runs once per server, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkDatabase, serveMetrics } = await import('./lib/startup');
    await checkDatabase();
    serveMetrics();
  }
}
