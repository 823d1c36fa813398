import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { Sample } from './texts';

type Surroundings = {
  env: Record<string, string | undefined>;
  cwd: string;
  /** what someone would type */
  input: string;
};

const COMMANDS: Record<string, (code: string) => [string, string[]]> = {
  sh: (code) => ['bash', ['-euo', 'pipefail', '-c', code]],
  js: (code) => ['node', ['--input-type=module', '--eval', code]],
  python: (code) => ['python3', ['-c', code]],
};

/** Whether a sample is a program. */
export const isProgram = ({ language }: Sample) => language in COMMANDS;

/**
 * Runs a sample as it stands, to a good end.
 * @returns what it printed
 */
export async function runSample(
  { language, code }: Sample,
  { env, cwd, input }: Surroundings,
): Promise<string> {
  const command = COMMANDS[language];
  if (!command) throw new Error(`There is no running ${language}.`);
  const child = spawn(...command(code), { env: env as NodeJS.ProcessEnv, cwd });
  let [output, complaints] = ['', ''];
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  child.stdin.on('error', () => {}).end(input);
  const [status] = await once(child, 'close');
  expect(status, `${code}\n${complaints}`).toBe(0);
  return output;
}

/** The samples of a page, as its reader copies them. */
export function samplesIn(html: string): Sample[] {
  const blocks = html.matchAll(
    /<pre[^>]* data-language="(\w+)"[^>]*><code>([\s\S]*?)<\/code><\/pre>/g,
  );
  return [...blocks].map(([, language = '', code = '']) => ({ language, code: decode(code) }));
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

const decode = (text: string) => text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** The names and kinds of everything in a JSON value. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}
