import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Job } from '@/lib/jobs/kinds';
import { startJobs, type Works } from '@/lib/jobs/start-jobs';
import { until } from '@/tests/support/until';

const HOUR_MS = 3_600_000;

/** Ends what a test has started, as the end of a process does. */
async function stop(): Promise<void> {
  for (const hook of globalThis.zendrhax?.shutdown?.splice(0) ?? []) await hook();
}

afterEach(async () => {
  await stop();
  await db.job.deleteMany();
});

const leave = (to: string) =>
  enqueue('mail', { kind: 'noAccount', mail: { to, locale: 'en' } }, { triedForMs: HOUR_MS });

const start = (works: Partial<Works>, recurring: Parameters<typeof startJobs>[1] = []) =>
  startJobs(works as Works, recurring);

/** Work that comes again in an hour, and how often it was done. */
function counting() {
  const done = { times: 0 };
  const works: Partial<Works> = {
    remove_ended: async () => {
      done.times++;
      return { againInMs: HOUR_MS };
    },
  };
  return { works, done };
}

test('a job is done at once by the process that leaves it, and one that hangs keeps up no other', async () => {
  const done: string[] = [];
  let letGo = () => {};
  const hung = new Promise<void>((go) => (letGo = go));
  start({
    mail: async ({ payload }: Job<'mail'>) => {
      if (payload.mail.to.startsWith('hangs')) await hung;
      done.push(payload.mail.to);
      return undefined;
    },
  });
  await leave('hangs@people.test');
  for (let index = 0; index < 6; index++) await leave(`${index}@people.test`);
  await until(() => done.length === 6);
  expect(done).not.toContain('hangs@people.test');
  letGo();
  await until(async () => (await db.job.count()) === 0);
  expect(done).toHaveLength(7);
});

test('what others have left is found without being told, and a stopped process begins no more', async () => {
  const done: string[] = [];
  const mail: Works['mail'] = async ({ payload }) => void done.push(payload.mail.to);
  await leave('before@people.test');
  start({ mail });
  await until(() => done.length === 1);
  await stop();
  await leave('after@people.test');
  start({ mail: async () => undefined });
  await until(async () => (await db.job.count()) === 0);
  expect(done).toEqual(['before@people.test']);
});

test('a process that stops lets the jobs it has begun end', async () => {
  let isDone = false;
  start({
    mail: async () => {
      await new Promise((end) => setTimeout(end, 300));
      isDone = true;
      return undefined;
    },
  });
  await leave('robin@people.test');
  await until(async () => (await db.job.count({ where: { attempts: 1 } })) === 1);
  await stop();
  expect(isDone).toBe(true);
  expect(await db.job.count()).toBe(0);
});

test('while the database is away jobs wait, and go on by themselves', async () => {
  const { works, done } = counting();
  await db.$executeRaw`alter table "Job" rename to "Away"`;
  start(works, ['remove_ended']);
  await new Promise((end) => setTimeout(end, 100));
  await db.$executeRaw`alter table "Away" rename to "Job"`;
  await until(() => done.times === 1);
});

test('work that comes again and again is one job, however many instances start', async () => {
  const { works, done } = counting();
  for (let instance = 0; instance < 3; instance++) start(works, ['remove_ended']);
  await until(async () => (await db.job.count({ where: { attempts: 0 } })) === 1 && done.times > 0);
  expect(done.times).toBe(1);
  expect(await db.job.count()).toBe(1);
});
