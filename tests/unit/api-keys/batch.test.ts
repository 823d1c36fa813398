import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batch } from '@/lib/api-keys/secret/batch';

/** A loader whose loads end when the test says so. */
function controlledLoader() {
  const loads: { keys: string[]; answer: () => void; fail: (cause: Error) => void }[] = [];
  const load = (keys: string[]) =>
    new Promise<Map<string, string>>((resolve, reject) => {
      const answer = () => resolve(new Map(keys.map((key) => [key, `value of ${key}`])));
      loads.push({ keys, answer, fail: reject });
    });
  return { loads, load };
}

const ONE_AT_A_TIME = { maxInFlight: 1, crowd: 1, maxBatch: 10 };

const turn = () => new Promise((done) => setImmediate(done));

test('look-ups of the same turn go in one load, each key once', async () => {
  const { loads, load } = controlledLoader();
  const find = batch(load, ONE_AT_A_TIME);
  const found = Promise.all([find('a'), find('b'), find('a')]);
  await turn();
  expect(loads.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  loads[0]?.answer();
  expect(await found).toEqual(['value of a', 'value of b', 'value of a']);
});

test('a key that the load leaves out is undefined', async () => {
  const find = batch(async () => new Map<string, string>(), ONE_AT_A_TIME);
  expect(await find('unknown')).toBeUndefined();
});

test('a look-up made while its key is being loaded waits for the next load', async () => {
  const { loads, load } = controlledLoader();
  const find = batch(load, ONE_AT_A_TIME);
  const early = find('a');
  await turn();
  const late = find('a');
  await turn();
  expect(loads).toHaveLength(1);
  loads[0]?.answer();
  await early;
  await turn();
  expect(loads.map(({ keys }) => keys)).toEqual([['a'], ['a']]);
  loads[1]?.answer();
  expect(await late).toBe('value of a');
});

test.each([1, 2])(
  'an error reaches those who wait for that load alone, of %i',
  async (maxInFlight) => {
    const { loads, load } = controlledLoader();
    const find = batch(load, { maxInFlight, crowd: 1, maxBatch: 10 });
    const failing = Promise.allSettled([find('a'), find('b')]);
    await turn();
    const others = Promise.all([find('a'), find('c')]);
    await turn();
    loads[0]?.fail(new Error('away'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await turn();
    loads[1]?.answer();
    expect(await others).toEqual(['value of a', 'value of c']);
  },
);

test('a second load starts beside the first for a crowd only', async () => {
  const { loads, load } = controlledLoader();
  const find = batch(load, { maxInFlight: 2, crowd: 3, maxBatch: 10 });
  const answers: Promise<string | undefined>[] = [];
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    answers.push(find(key));
    await turn();
  }
  expect(loads.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'd']]);
  loads[0]?.answer();
  await turn();
  expect(loads).toHaveLength(2);
  loads[1]?.answer();
  await turn();
  expect(loads[2]?.keys).toEqual(['e']);
  loads[2]?.answer();
  expect(await Promise.all(answers)).toHaveLength(5);
});

test('a load that throws at once is an error of the look-up', async () => {
  const load = (): Promise<Map<string, string>> => {
    throw new Error('at once');
  };
  const find = batch(load, ONE_AT_A_TIME);
  await expect(find('a')).rejects.toThrow('at once');
  await expect(find('a')).rejects.toThrow('at once');
});

test('in any order of events, answers are fresh and the limits hold', async () => {
  const maxInFlight = 2;
  const crowd = 2;
  const maxBatch = 3;
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), keys, async (scheduler, asked) => {
      let clock = 0;
      let inFlight = 0;
      const find = batch(
        async (group) => {
          const startedAt = ++clock;
          inFlight++;
          expect(inFlight).toBeLessThanOrEqual(maxInFlight);
          expect(group.length).toBeLessThanOrEqual(maxBatch);
          expect(new Set(group).size).toBe(group.length);
          await scheduler.schedule(Promise.resolve(), 'load');
          inFlight--;
          return new Map(group.map((key) => [key, { key, startedAt }]));
        },
        { maxInFlight, crowd, maxBatch },
      );
      const lookUps = asked.map(async (key) => {
        await scheduler.schedule(Promise.resolve(), `ask ${key}`);
        const askedAt = ++clock;
        const answer = await find(key);
        expect(answer?.key).toBe(key);
        expect(answer?.startedAt).toBeGreaterThan(askedAt);
      });
      await scheduler.waitFor(Promise.all(lookUps));
    }),
    { numRuns: 200 },
  );
});
