type Hook = () => Promise<void>;

// Pages and routes are bundled apart, and scripts/serve.mjs is outside every bundle.
const shared = globalThis as typeof globalThis & { zendrhaxShutdownHooks?: Hook[] };

/** Has something done when the server stops, after its last answer was sent. */
export function onShutdown(hook: Hook): void {
  shared.zendrhaxShutdownHooks ??= [];
  shared.zendrhaxShutdownHooks.push(hook);
}
