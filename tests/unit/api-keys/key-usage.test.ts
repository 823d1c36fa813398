import { expect, test } from 'vitest';
import { CLIENTS_PER_KEY } from '@/lib/api-keys/usage/clients/counted-clients';
import {
  add,
  type CountedRequest,
  MAX_CLIENTS,
  MAX_RECENT,
  nothing,
  recentOf,
} from '@/lib/api-keys/usage/key-usage';
import { RECENT_REQUESTS } from '@/lib/api-keys/usage/recent';

const KEY = { id: 'key', workspaceId: 'one' };
const NOW = Date.UTC(2026, 10, 1, 12);

const request = (given: Partial<CountedRequest> = {}): CountedRequest => ({
  ...{ at: NOW, endpoint: 'GET /api/me', outcome: 'succeeded', status: 200, requestId: 'id' },
  ...{ address: '203.0.113.7', agent: 'curl/8.5.0', isElsewhere: false },
  ...given,
});

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

test('clients that are too many for one key are counted together', () => {
  const all = nothing();
  for (let round = 0; round < 2; round++) {
    for (let client = 0; client < CLIENTS_PER_KEY + 20; client++) {
      add(all, KEY, request({ address: `10.0.0.${client}`, at: NOW + client }));
    }
  }
  const clients = all.keys.get('key')?.clients ?? [];
  expect(clients).toHaveLength(CLIENTS_PER_KEY + 1);
  expect(clients.find(({ address }) => address === '')).toMatchObject({
    ...{ address: '', agent: '', requests: 40, accepted: 40 },
    ...{ firstSeenAt: NOW + CLIENTS_PER_KEY, lastSeenAt: NOW + CLIENTS_PER_KEY + 19 },
  });
});

test('one address with two agents is two clients', () => {
  const all = nothing();
  add(all, KEY, request());
  add(all, KEY, request({ agent: 'axios/1' }));
  add(all, KEY, request());
  const clients = all.keys.get('key')?.clients ?? [];
  expect(clients.map(({ agent, requests }) => [agent, requests])).toEqual([
    ['curl/8.5.0', 2],
    ['axios/1', 1],
  ]);
});

test('of 10,000 keys and 10,000 clients so much is remembered and no more, and every request is counted', () => {
  const all = nothing();
  for (let index = 0; index < 300_000; index++) {
    const key = `key ${(index * 7919) % 10_000}`;
    const client = (index * 104_729) % 10_007;
    add(
      all,
      { id: key, workspaceId: 'one' },
      request({ address: `client ${client}`, at: NOW + index }),
    );
  }
  const uses = [...all.keys.values()];
  const clients = uses.flatMap((use) => use.clients);
  const recent = uses.map((use) => use.recent.length);
  // One entry more for each key: of the others, and of its last request.
  expect(clients.length).toBeLessThanOrEqual(MAX_CLIENTS + uses.length);
  expect(sum(recent)).toBeLessThanOrEqual(MAX_RECENT + uses.length);
  expect(Math.min(...recent)).toBe(1);
  expect(sum(clients.map(({ requests }) => requests))).toBe(300_000);
  expect(sum(uses.flatMap(({ hours }) => hours.map(({ succeeded }) => succeeded)))).toBe(300_000);
  for (const use of uses) expect(recentOf(use)[0]?.at).toBe(use.lastUsedAt);
});

test('the last requests are those of the end, newest first', () => {
  const all = nothing();
  for (let index = 0; index < 130; index++) add(all, KEY, request({ at: NOW + index }));
  const use = all.keys.get('key');
  if (!use) throw new Error('it was counted');
  expect(recentOf(use).map(({ at }) => at - NOW)).toEqual(
    Array.from({ length: RECENT_REQUESTS }, (_, index) => 129 - index),
  );
});

test('a request belongs to the hour in which it was answered', () => {
  const all = nothing();
  add(all, KEY, request({ at: NOW - 1 }));
  add(all, KEY, request({ at: NOW }));
  add(all, KEY, request({ at: NOW - 2, outcome: 'failed' }));
  expect(all.keys.get('key')?.hours).toMatchObject([
    { hour: NOW - 3_600_000, succeeded: 1, failed: 1 },
    { hour: NOW, succeeded: 1, failed: 0 },
  ]);
});

test('what one workspace sends takes no room from what is known of another’s keys', () => {
  const all = nothing();
  const flood = { id: 'flood', workspaceId: 'noisy' };
  const floodOf = (keys: number) => {
    for (let index = 0; index < MAX_CLIENTS + 5_000; index++) {
      const key = { ...flood, id: `flood ${index % keys}` };
      add(all, key, request({ address: `noisy ${index}` }));
    }
  };
  floodOf(400);
  for (let client = 0; client < CLIENTS_PER_KEY; client++) {
    add(all, KEY, request({ address: `quiet ${client}`, at: NOW + client }));
  }
  floodOf(200);
  const quiet = all.keys.get(KEY.id);
  expect(quiet?.clients).toHaveLength(CLIENTS_PER_KEY);
  expect(quiet?.clients.map(({ address }) => address)).not.toContain('');
  expect(quiet?.recent).toHaveLength(RECENT_REQUESTS);
});

test('however many workspaces fill their share, what is remembered is bounded', () => {
  const all = nothing();
  for (let workspace = 0; workspace < 6; workspace++) {
    for (let index = 0; index < MAX_CLIENTS / (workspace + 1) + 2_000; index++) {
      const key = { id: `${workspace} ${index % 400}`, workspaceId: `${workspace}` };
      add(all, key, request({ address: `client ${index}` }));
    }
  }
  const clients = sum([...all.rooms.values()].map((room) => room.clients));
  // A half, a third, a quarter of all: the later ones come when there are many.
  expect(clients).toBeLessThan(2.6 * MAX_CLIENTS);
});
