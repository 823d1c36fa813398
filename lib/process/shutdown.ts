import { oncePerProcess } from './once-per-process';

type Hook = () => Promise<void>;

declare global {
  interface ZendrhaxProcess {
    shutdown: Hook[];
  }
}

/** Calls `hook` when the server stops, after its last answer was sent (server/serve.mjs). */
export function onShutdown(hook: Hook): void {
  oncePerProcess('shutdown', () => []).push(hook);
}
