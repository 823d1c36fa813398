import { oncePerProcess } from './once-per-process';

type Hook = () => Promise<void>;

/** Calls `hook` when the server stops, after its last answer was sent (server/serve.mjs). */
export function onShutdown(hook: Hook): void {
  oncePerProcess<Hook[]>('shutdown', () => []).push(hook);
}
