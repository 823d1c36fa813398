import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyPreparedFolder } from '../support/prepared';
import { runProgram } from '../support/run';
import { type RunningServer, startServer } from '../support/server';
import { until } from '../support/until';

const KEY = `sk_${'0'.repeat(64)}`;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const folder = copyPreparedFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Line = { level: number; time: string; msg: string };

/** Every line of an output, or this throws because one is no JSON. */
const linesOf = (output: string): Line[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));

/** Posts to a server action, as a browser would. */
function act(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  const actions = Object.entries<{ exportedName: string }>(JSON.parse(manifest).node);
  const [id = ''] = actions.find(([, { exportedName }]) => exportedName === 'pickLocale') ?? [];
  const own = { 'Next-Action': id, 'Content-Type': 'text/plain', ...headers };
  return fetch(`${server.origin}/sign-in`, { method: 'POST', body, headers: own });
}

test('all that the server writes is one JSON object a line, also its address and the demo', async () => {
  // What is said at the start does not come in one piece: the last line is waited for.
  await until(() => server.output().includes('Hooli'));
  const lines = linesOf(server.output());
  for (const { time } of lines) expect(time).toMatch(UTC);
  const messages = lines.map(({ msg }) => msg);
  expect(messages).toContain(`Zendrhax is ready at ${server.origin}`);
  expect(messages.find((msg) => msg.includes('owner@acme.test'))).toContain('Owner of Acme');
});

test('what the framework says of a caller is one line, without the key in it', async () => {
  await act('[]', { 'Next-Action': KEY });
  await until(() => server.output().includes('did not match the expected format'));
  expect(server.output()).not.toContain(KEY);
  expect(server.output()).toContain('sk_[redacted]');
  linesOf(server.output());
});

test('a program that throws, warns or prints cannot forge a line or leak a credential', async () => {
  const { code, output } = await runProgram('tests/support/noisy.ts');
  expect(code).toBe(1);
  const lines = linesOf(output);
  expect(output).not.toContain(KEY);
  expect(output).not.toContain('hunter2');
  expect(lines.map(({ msg }) => msg)).not.toContain('forged');
  expect(lines.map(({ level }) => level)).toEqual([50, 50, 30, 40, 40, 60]);
});
