import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { listFailed, removeGivenUp, tryAgain } from '@/lib/jobs/given-up';
import { JobFailedForGood, type Work } from '@/lib/jobs/kinds';
import { LEASE_SECONDS, runNext } from '@/lib/jobs/run-next';
import { readMetrics } from '@/lib/process/metrics';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Whatever their work is, jobs are alike: these send no mail.
const leave = (to = 'robin@people.test', triedForMs = HOUR_MS) =>
  enqueue('mail', { kind: 'noAccount', mail: { to, locale: 'en' } }, { triedForMs });

/** Does the next job, and keeps to whom its mail would have gone. */
const done: string[] = [];
const doing: Work<'mail'> = async ({ payload }) => void done.push(payload.mail.to);
const failing =
  (error: Error): Work<'mail'> =>
  async () => {
    throw error;
  };

const jobs = () => db.job.findMany({ orderBy: { id: 'asc' } });
const theJob = async () => {
  const [job, ...others] = await jobs();
  if (!job || others.length > 0)
    throw new Error(`There are ${others.length + (job ? 1 : 0)} jobs.`);
  return job;
};
const timePasses = (seconds: number) => db.$executeRaw`
  update "Job" set "dueAt" = "dueAt" - ${seconds} * interval '1 s',
    "expiresAt" = "expiresAt" - ${seconds} * interval '1 s'`;
const dueIn = async (moment: Date | null) => {
  const [row] = await db.$queryRaw<[{ now: Date }]>`select clock_timestamp() as "now"`;
  return (Number(moment) - row.now.getTime()) / 1_000;
};

afterEach(async () => {
  done.length = 0;
  await db.job.deleteMany();
});

test('a job is there if its cause is committed, is done once, and leaves nothing', async () => {
  const rolledBack = inTransaction(async () => {
    await leave('nobody@people.test');
    throw new Error('as if the power had gone');
  });
  await expect(rolledBack).rejects.toThrow('power');
  await inTransaction(() => leave());
  expect(await runNext('mail', doing)).toBe(true);
  expect(await runNext('mail', doing)).toBe(false);
  expect(done).toEqual(['robin@people.test']);
  expect(await jobs()).toEqual([]);
});

test('what failed is due again after a pause that grows, and says why', async () => {
  await leave('robin@people.test', DAY_MS);
  for (const [attempts, pause] of [5, 10, 20, 40].entries()) {
    await runNext('mail', failing(new Error(`not now ${attempts}`)));
    const job = await theJob();
    expect(job).toMatchObject({ attempts: attempts + 1, failure: `not now ${attempts}` });
    expect(await dueIn(job.dueAt)).toBeGreaterThan(pause * 0.8 - 5);
    expect(await dueIn(job.dueAt)).toBeLessThan(pause * 1.2 + 1);
    expect(await runNext('mail', doing)).toBe(false);
    await timePasses(pause * 1.2 + 1);
  }
  expect(await runNext('mail', doing)).toBe(true);
  expect(done).toHaveLength(1);
});

test('what no longer makes sense is given up and not begun, and why it had failed is kept', async () => {
  await leave();
  await runNext('mail', failing(new Error('away')));
  await timePasses(3_601);
  expect(await runNext('mail', doing)).toBe(true);
  expect(done).toEqual([]);
  const kept = { dueAt: null, gaveUpAt: expect.any(Date), failure: 'away' };
  expect(await theJob()).toMatchObject(kept);
  expect(await runNext('mail', doing)).toBe(false);
});

test('where little time is left it is tried to the end, and given up then', async () => {
  await leave();
  await db.job.updateMany({ data: { attempts: 9 } });
  await timePasses(3_600 - 600);
  await runNext('mail', failing(new Error('away')));
  expect(await dueIn((await theJob()).dueAt)).toBeLessThanOrEqual(300);
  await timePasses(596);
  await runNext('mail', failing(new Error('still away')));
  const kept = { dueAt: null, gaveUpAt: expect.any(Date), failure: 'still away' };
  expect(await theJob()).toMatchObject(kept);
});

test('what fails does not keep what is new waiting', async () => {
  await leave('failed@people.test');
  await runNext('mail', failing(new Error('away')));
  await timePasses(60);
  await leave('new@people.test');
  await runNext('mail', doing);
  expect(done).toEqual(['new@people.test']);
});

test('what cannot be helped is given up at once, counted, and kept for 30 days', async () => {
  const counted = async () =>
    /zendrhax_job_attempts_total\{kind="mail",outcome="given_up"\} (\d+)/.exec(
      (await readMetrics()).text,
    )?.[1] ?? '0';
  const before = Number(await counted());
  await leave();
  await runNext('mail', failing(new JobFailedForGood('550 no such mailbox')));
  expect(await theJob()).toMatchObject({
    dueAt: null,
    attempts: 1,
    failure: '550 no such mailbox',
  });
  expect(Number(await counted())).toBe(before + 1);
  expect(await listFailed()).toEqual([
    {
      kind: 'noAccount',
      to: 'robin@people.test',
      attempts: 1,
      next: 'given up',
      failure: '550 no such mailbox',
    },
  ]);
  await removeGivenUp(Date.now() + 29 * DAY_MS);
  expect(await jobs()).toHaveLength(1);
  await removeGivenUp(Date.now() + 31 * DAY_MS);
  expect(await jobs()).toEqual([]);
});

test('what was given up is tried again when an operator says so', async () => {
  await leave();
  await runNext('mail', failing(new JobFailedForGood('550 no such mailbox')));
  expect(await tryAgain()).toBe(1);
  await timePasses(1);
  expect(await runNext('mail', doing)).toBe(true);
  expect(done).toEqual(['robin@people.test']);
  expect(await listFailed()).toEqual([]);
});

test('while somebody is at a job nobody else takes it; once they must be dead somebody does', async () => {
  await leave();
  let go = () => {};
  const slow = runNext('mail', () => new Promise((end) => (go = () => end(undefined))));
  await expect.poll(async () => (await theJob()).attempts).toBe(1);
  expect(await dueIn((await theJob()).dueAt)).toBeLessThanOrEqual(LEASE_SECONDS);
  expect(await runNext('mail', doing)).toBe(false);

  await timePasses(LEASE_SECONDS + 1);
  await runNext('mail', failing(new Error('not now')));
  go();
  await slow;
  // The slow one was not dead. What it says now counts for nothing: the job is another one's.
  expect(await theJob()).toMatchObject({ attempts: 2, failure: 'not now' });
});

test('work that comes again is the same job, due later, whatever failed before', async () => {
  await db.job.create({ data: { kind: 'mail', payload: {}, recurring: 'mail' } });
  await runNext('mail', failing(new Error('not now')));
  await timePasses(10);
  await runNext('mail', async () => ({ againInMs: HOUR_MS }));
  const job = await theJob();
  expect(job).toMatchObject({ attempts: 0, failure: null });
  expect(await dueIn(job.dueAt)).toBeGreaterThan(3_590);
  expect(await dueIn(job.dueAt)).toBeLessThanOrEqual(3_600);
});

test('each of many jobs is done once by many that look for them', async () => {
  const all = Array.from({ length: 30 }, (_, index) => `person-${index}@people.test`);
  for (const to of all) await leave(to);
  const one = async () => {
    while (await runNext('mail', doing));
  };
  await Promise.all(Array.from({ length: 8 }, one));
  expect(done.toSorted()).toEqual(all.toSorted());
});

test('what others say of a failure is cut, and holds no key', async () => {
  const key = `sk_${'ab'.repeat(32)}`;
  await leave();
  await runNext('mail', failing(new Error(`550 ${key}\0 ${'🔑'.repeat(600)}`)));
  const { failure } = await theJob();
  expect(failure).toMatch(/^550 sk_cut 🔑+$/u);
  expect([...String(failure)]).toHaveLength(500);
});

test('no job is begun while a transaction is open', async () => {
  await leave();
  await expect(inTransaction(() => runNext('mail', doing))).rejects.toThrow('committed');
  expect(done).toEqual([]);
});
