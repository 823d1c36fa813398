import { vi } from 'vitest';

/**
 * Files of a project share a thread: to start one and to load the packages takes longer than most files
 * do. The modules of the project are new for each file, and so are its settings and all that it keeps
 * once per process.
 */
const kept = globalThis as typeof globalThis & { environment?: NodeJS.ProcessEnv };

kept.environment ??= { ...process.env };
for (const name of Object.keys(process.env)) {
  if (!(name in kept.environment)) delete process.env[name];
}
Object.assign(process.env, kept.environment);

// A logger stays until the process ends.
const { log } = globalThis.zendrhax ?? {};
globalThis.zendrhax = log ? { log } : {};
vi.useRealTimers();
vi.resetModules();
