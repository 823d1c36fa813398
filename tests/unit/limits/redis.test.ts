import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { freePort } from '@/tests/support/port';
import { startProgram } from '@/tests/support/run';
import { until } from '@/tests/support/until';

test('a password that Redis refuses is not in the log', async () => {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const server = spawn('redis-server', [...args, '--requirepass', 'right'], { stdio: 'ignore' });
  const url = `redis://:refused-word@127.0.0.1:${port}`;
  const program = startProgram('tests/support/redis-client.ts', [], {
    REDIS_URL: url,
    LOG_LEVEL: 'info',
  });
  let output = '';
  program.stdout?.on('data', (chunk) => (output += chunk));
  try {
    await until(() => output.includes('WRONGPASS'), { within: 20_000 });
    expect(output).not.toContain('refused-word');
  } finally {
    for (const child of [program, server]) {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    }
  }
});
