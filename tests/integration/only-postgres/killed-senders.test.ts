import { expect, test } from 'vitest';
import { sendThroughKills } from '@/tests/support/killed-senders';

test('each mail arrives whoever is killed, and twice only with the same Message-ID', async () => {
  const arrived = await sendThroughKills(20, 2);
  expect(arrived.filter((ids) => ids.length === 0)).toEqual([]);
  expect(arrived.map((ids) => new Set(ids).size)).toEqual(arrived.map(() => 1));
  expect(new Set(arrived.flat()).size).toBe(20);
}, 120_000);
