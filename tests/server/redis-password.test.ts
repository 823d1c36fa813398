import { expect, test } from 'vitest';
import { startRedis } from '../support/redis';
import { endProgram, outputOf, startProgram } from '../support/run';
import { until } from '../support/until';

test('a password that Redis refuses is not in the log', async () => {
  const server = await startRedis('right');
  const program = startProgram('tests/support/redis-client.ts', [], {
    ...process.env,
    REDIS_URL: server.url.replace('right', 'refused-word'),
    LOG_LEVEL: 'info',
  });
  const output = outputOf(program);
  try {
    await until(() => output().includes('WRONGPASS'));
    expect(output()).not.toContain('refused-word');
  } finally {
    await endProgram(program, 'SIGKILL');
    await server.stop();
  }
});
