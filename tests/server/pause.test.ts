import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { until } from '../support/until';

/** Two instances and this process share one PostgreSQL and its clock. */
let api: Awaited<ReturnType<typeof startApiServer>>;
let origins: string[];

beforeAll(async () => {
  api = await startApiServer({ TRUSTED_PROXIES: 'loopback' });
  origins = [api.server.origin, (await api.startInstance()).origin];
});

afterAll(() => api?.stop());

let addresses = 0;

/** Each from another address: so many wrong keys from one would get 429 in place of 401. */
async function ask(origin: string, secret: string) {
  addresses++;
  const address = `10.${(addresses >> 16) % 256}.${(addresses >> 8) % 256}.${addresses % 256}`;
  const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
  const startedAt = Date.now();
  const { status } = await fetch(`${origin}/api/me`, { headers });
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
    const end = new Date(pausedAt + 1_000);
    await api.db.apiKey.update({
      where: { id: apiKey.id },
      data: { pausedUntil: end },
      select: { id: true },
    });
    await until(async () => accepted().filter(({ endedAt }) => endedAt > +end).length > 50);
    isOver = true;
    await Promise.all(clients);

    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 401]);
    const during = accepted().filter(
      ({ startedAt, endedAt }) => startedAt > pausedAt && endedAt < +end,
    );
    expect(during).toEqual([]);
    const after = answers.filter(({ startedAt }) => startedAt > +end);
    expect(after.filter(({ status }) => status !== 200)).toEqual([]);
  }
});
