/**
 * What this process writes. A program that reads it gets one JSON object a line, without credentials;
 * a person at a terminal gets the words of the start as they are (docs/operations.md, Logs).
 */
import { format, stripVTControlCharacters } from 'node:util';
import { cut } from '../lib/process/cut.mjs';
import { withoutCredentials } from '../lib/process/redaction.mjs';

const LEVELS = { info: 30, warn: 40, error: 50, fatal: 60 };

const rawWrite = process.stdout.write.bind(process.stdout);
const isTerminal = Boolean(process.stdout.isTTY);

/** @typedef {keyof typeof LEVELS} Level */

/**
 * Writes the lines of the logger where there is none yet: before the packages are installed.
 * @param {Level} level
 * @param {string} text
 */
function writeLine(level, text) {
  const line = JSON.stringify({
    level: LEVELS[level],
    time: new Date().toISOString(),
    msg: withoutCredentials(text),
  });
  rawWrite(`${line}\n`);
}

/** @type {import('pino').Logger | null} */
let logger = null;
let isRouted = false;

/**
 * @param {Level} level
 * @param {string} text
 */
function log(level, text) {
  const msg = cut(stripVTControlCharacters(text).trim());
  if (!msg) return;
  // Once before it is JSON and once after: the quotes in it are escaped then.
  if (logger) logger[level](withoutCredentials(msg));
  else writeLine(level, msg);
}

/** Whether all that is printed becomes lines of the log. */
export const isLogging = () => isRouted;

/**
 * From now on whatever is printed or thrown in this process, by the framework too, is a line of the
 * log. Node would write a caller's words to standard error as they are, line breaks included.
 * @param {import('pino').Logger | null} given the logger, once there is one
 */
export function routeOutput(given = null) {
  logger = given;
  if (isRouted) return;
  isRouted = true;
  process.stdout.write = writer('info');
  process.stderr.write = writer('error');
  console.warn = (...words) => log('warn', format(...words));
  process.removeAllListeners('warning');
  process.on('warning', ({ stack, message }) => log('warn', stack ?? message));
  process.on('uncaughtException', (error) => {
    log('fatal', format(error));
    process.exit(1);
  });
}

/** The same steps as routeOutput(), unless a person watches the start at a terminal. */
export function routeOutputOfStart() {
  if (!isTerminal) routeOutput();
}

/**
 * @param {Level} level
 * @returns {typeof process.stdout.write}
 */
const writer =
  (level) =>
  (chunk, ...others) => {
    log(level, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const callback = others.find((other) => typeof other === 'function');
    if (callback) process.nextTick(callback);
    return true;
  };

/**
 * Tells people something that no LOG_LEVEL leaves out: at a terminal as it is, else line by line.
 * @param {string} text
 */
export function say(text) {
  if (isTerminal) return void rawWrite(`${text}\n`);
  for (const line of text.split('\n').filter((line) => line.trim())) writeLine('info', line.trim());
}
