import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';
import { statusOf } from '../support/status';
import { until } from '../support/until';

/** Two instances and this process share one PostgreSQL and its clock. */
let api: Awaited<ReturnType<typeof twoInstances>>;
let origins: string[];

beforeAll(async () => {
  api = await twoInstances();
  ({ origins } = api);
});

afterAll(() => api?.stop());

let addresses = 0;

/** Each from another address: so many wrong keys from one would get 429 in place of 401. */
async function ask(origin: string, secret: string) {
  addresses++;
  const address = `10.${(addresses >> 16) % 256}.${(addresses >> 8) % 256}.${addresses % 256}`;
  const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
  const startedAt = Date.now();
  const status = await statusOf(`${origin}/api/me`, headers);
  return { status, startedAt, endedAt: Date.now() };
}

test('a pause is so at once on every instance, and ends to the second in a stream of requests', async () => {
  const { pauseApiKey } = await import('@/lib/api-keys/change/pause-api-key');
  const workspace = await api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });
  for (let round = 0; round < 5; round++) {
    const { apiKey, secret } = await api.makeApiKey(workspace);
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    let isOver = false;
    const client = async (origin: string) => {
      while (!isOver) answers.push(await ask(origin, secret));
    };
    const clients = origins.flatMap((origin) => Array.from({ length: 8 }, () => client(origin)));
    const accepted = () => answers.filter(({ status }) => status === 200);
    await until(async () => accepted().length > 50);

    await pauseApiKey(workspace.owner, apiKey.id, { minutes: 15 });
    const pausedAt = Date.now();
    const refused = () => answers.filter(({ status }) => status === 401);
    await until(() => refused().length > 50);
    const end = Date.now() + 200;
    await api.db.apiKey.update({
      where: { id: apiKey.id },
      data: { pausedUntil: new Date(end) },
      select: { id: true },
    });
    // Where writing the end took longer than that, the pause ended when it was written.
    const endedAtLast = Math.max(end, Date.now());
    await until(() => accepted().filter(({ startedAt }) => startedAt > endedAtLast).length > 50);
    isOver = true;
    await Promise.all(clients);

    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 401]);
    const during = accepted().filter(
      ({ startedAt, endedAt }) => startedAt > pausedAt && endedAt < end,
    );
    expect(during).toEqual([]);
    const after = answers.filter(({ startedAt }) => startedAt > endedAtLast);
    expect(after.filter(({ status }) => status !== 200)).toEqual([]);
  }
});

test('a list of addresses and a limit hold from the next request on, on every instance', async () => {
  const { updateApiKey } = await import('@/lib/api-keys/change/update-api-key');
  const workspace = await api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });
  const { apiKey, secret } = await api.makeApiKey(workspace);
  const change = (input: object) => updateApiKey(workspace.owner, apiKey.id, input);
  const here = '192.0.2.7';
  const answers = (address: string) => {
    const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
    return Promise.all(origins.map((origin) => fetch(`${origin}/api/me`, { headers })));
  };
  for (let round = 0; round < 20; round++) {
    const elsewhere = `192.0.3.${round}`;
    await change({ allowedAddresses: here });
    expect((await answers(elsewhere)).map(({ status }) => status)).toEqual([401, 401]);
    expect((await answers(here)).map(({ status }) => status)).toEqual([200, 200]);
    await change({ allowedAddresses: '', requestsPerMinute: String(1_000 + round) });
    const open = await answers(elsewhere);
    expect(open.map(({ status }) => status)).toEqual([200, 200]);
    const limits = open.map(({ headers }) => headers.get('X-RateLimit-Limit'));
    expect(limits).toEqual([String(1_000 + round), String(1_000 + round)]);
  }
});
