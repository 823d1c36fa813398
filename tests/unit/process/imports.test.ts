import { PerformanceObserver } from 'node:perf_hooks';
import { expect, test, vi } from 'vitest';

const load = async () => {
  await import('@/lib/api/endpoint/call');
  return import('@/lib/startup');
};

// Packages do what they do when they are first loaded; our own modules are loaded once more after that.
await load();
vi.resetModules();
globalThis.zendrhax = {};
const setInterval = vi.spyOn(globalThis, 'setInterval');
const observe = vi.spyOn(PerformanceObserver.prototype, 'observe');
const on = vi.spyOn(process, 'on');
const { startTimers } = await load();

test('what a server does now and then begins when it starts, not at import: a build imports it too', () => {
  expect(setInterval).not.toHaveBeenCalled();
  expect(observe).not.toHaveBeenCalled();
  expect(on.mock.calls.filter(([event]) => event === 'exit')).toEqual([]);

  startTimers();
  expect(setInterval.mock.calls.map(([, every]) => every)).toEqual([5_000, 5_000]);
  for (const { value } of setInterval.mock.results) clearInterval(value);
});
