import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { freePort } from '@/tests/support/port';
import { endProgram, outputOf, startProgram } from '@/tests/support/run';
import { until } from '@/tests/support/until';

test('a password that Redis refuses is not in the log', async () => {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const server = spawn('redis-server', [...args, '--requirepass', 'right'], { stdio: 'ignore' });
  const url = `redis://:refused-word@127.0.0.1:${port}`;
  const program = startProgram('tests/support/redis-client.ts', [], {
    ...process.env,
    REDIS_URL: url,
    LOG_LEVEL: 'info',
  });
  const output = outputOf(program);
  try {
    await until(() => output().includes('WRONGPASS'), { within: 20_000 });
    expect(output()).not.toContain('refused-word');
  } finally {
    for (const child of [program, server]) await endProgram(child, 'SIGKILL');
  }
});
