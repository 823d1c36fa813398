import { oncePerProcess } from './once-per-process';

declare global {
  interface ZendrhaxProcess {
    say: (text: string) => void;
  }
}

/**
 * Tells something to the person at the terminal, past the log. In production server/serve.mjs has set
 * it, because what is printed becomes lines of the log there.
 * @param text may have several lines
 */
export const say = oncePerProcess('say', () => (text) => {
  process.stdout.write(`${text}\n`);
});
