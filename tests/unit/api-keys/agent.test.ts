import { expect, test } from 'vitest';
import { agentOf } from '@/lib/api-keys/usage/agent';

test.each([
  ['curl/8.5.0', 'curl/8.5.0'],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140', 'Mozilla/5.0'],
  ['python-requests/2.32.3', 'python-requests/2.32.3'],
  ['axios', 'axios'],
  ['github.com/acme/robot/1.2', 'github.com/acme/robot/1.2'],
  ['', ''],
  [' curl', ''],
  ['(nothing)', ''],
  ['<script>alert(1)</script>', ''],
  ['bot\u0000/1', 'bot'],
  ['bot\u202e/1', 'bot'],
  ['bóte/1', 'b'],
  ['=cmd()', ''],
])('%j is %j', (userAgent, agent) => {
  expect(agentOf(userAgent)).toBe(agent);
  expect(agentOf(userAgent)).toBe(agent);
});

test('without a header there is none', () => expect(agentOf(null)).toBe(''));

test('8 KB are read no further than 64 characters, and are not kept', () => {
  const before = process.memoryUsage().heapUsed;
  const agents = Array.from({ length: 5_000 }, (_, index) =>
    agentOf(`robot-number-${index}/${'x'.repeat(8_192)}`),
  );
  expect(agents.every((agent) => agent.length === 64)).toBe(true);
  expect(agents[0]).toBe(`robot-number-0/${'x'.repeat(49)}`);
  const kept = process.memoryUsage().heapUsed - before;
  expect(kept).toBeLessThan(20_000_000);
});
