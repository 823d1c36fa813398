import { startServer } from '@/tests/support/server';

/** A server that can be started anew; `origin` and `pid` are of the one that runs. */
export type Program = {
  origin: string;
  pid: number;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /**
   * While one program is measured the others stand still: what they would do late, such as writing
   * the usage of keys, would be counted against it.
   */
  pause: () => void;
  resume: () => void;
};

/** @param checkout whose build it is; by default this one's */
export function programOf(
  settings: Record<string, string>,
  file = 'server/serve.mjs',
  checkout?: string,
): Program {
  const asleep = { stop: async () => {}, pause: () => {}, resume: () => {} };
  const program: Program = {
    ...asleep,
    origin: '',
    pid: 0,
    start: async () => {
      const { origin, pid, signal, stop } = await startServer(settings, file, checkout);
      const resume = () => signal('SIGCONT');
      const end = () => signal('SIGKILL');
      process.once('exit', end);
      Object.assign(program, { origin, pid, resume, pause: () => signal('SIGSTOP') });
      program.stop = async () => {
        Object.assign(program, asleep);
        resume();
        await stop();
        process.off('exit', end);
      };
    },
  };
  return program;
}
