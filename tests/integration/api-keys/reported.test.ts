import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { hasLeaked } from '@/lib/api-keys/read/has-leaked';
import { endReported } from '@/lib/api-keys/reported/end-reported';
import {
  dismissLeakReports,
  leakReportOf,
  listLeakReports,
  removeLeakReports,
} from '@/lib/api-keys/reported/leak-reports';
import { leaveReport } from '@/lib/api-keys/reported/report-leaked';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { runNext } from '@/lib/jobs/run-next';
import { chooseLeakResponse, getLeakResponse } from '@/lib/workspaces/workspace/leak-response';
import { statusOf } from '@/tests/support/api';
import { theMailbox } from '@/tests/support/mailbox';
import {
  makeApiKey,
  makeMember,
  makeWorkspace,
  type TestWorkspace,
} from '@/tests/support/workspace';

const { to } = theMailbox();

const DAY_MS = 86_400_000;
const SOURCE = 'https://pastes.test/1';

afterEach(() => db.job.deleteMany());

/** Reports keys and ends what lives of them. */
async function report(secrets: string[], given: { byGithub?: boolean; source?: string } = {}) {
  const hashes = secrets.map((one) => createHash('sha256').update(one).digest('hex'));
  const { byGithub = false, source = SOURCE } = given;
  await leaveReport({ found: [{ source, hashes }], address: '203.0.113.9', byGithub });
  while (await runNext('leak_report', endReported));
}

const actsOf = (targetId: string) =>
  db.auditEvent.findMany({ where: { targetId, action: 'api_key.reported' } });
const mailsTo = async ({ owner }: TestWorkspace) => {
  const where = { id: owner.userId };
  const { email } = await db.user.findUniqueOrThrow({ where, select: { email: true } });
  return (await to(email)).filter(({ subject }) => /was reported as leaked$/.test(subject));
};
const opens = async (key: string) => (await statusOf('/api/me', { key })) === 200;
const paused = (workspace: TestWorkspace) =>
  chooseLeakResponse(workspace.owner, { whenReported: 'PAUSE' });

test('a reported key is revoked once, its Owner mailed once, and its room is free', async () => {
  const workspace = await makeWorkspace({ plan: { maxActiveApiKeys: 2 } });
  const { apiKey, secret } = await makeApiKey(workspace);
  await report([secret, secret]);
  await report([secret]);
  expect(await opens(secret)).toBe(false);
  expect(await actsOf(apiKey.id)).toHaveLength(1);
  expect(await mailsTo(workspace)).toHaveLength(1);
  expect((await getApiKeyQuota(workspace.owner)).active).toBe(0);
  const read = await getApiKey(workspace.owner, apiKey.id);
  expect(read).toMatchObject({ state: 'revoked', revokedBy: null });
  expect(await hasLeaked(read)).toBe('reported');
});

test('a job that is done again, as after a crash, changes nothing', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const hashes = [createHash('sha256').update(secret).digest('hex')];
  const found = [{ source: null, hashes }];
  const payload = { found, address: '203.0.113.9', byGithub: false };
  const job = { id: apiKey.id, payload, attempts: 1, createdAt: new Date() };
  await Promise.all([endReported(job), endReported(job)]);
  const { revokedAt } = await getApiKey(workspace.owner, apiKey.id);
  await endReported({ ...job, attempts: 2 });
  expect((await getApiKey(workspace.owner, apiKey.id)).revokedAt).toEqual(revokedAt);
  expect(await actsOf(apiKey.id)).toHaveLength(1);
  expect(await mailsTo(workspace)).toHaveLength(1);
});

test('where one workspace cannot be reached, the keys of others are ended, and it is tried again', async () => {
  const [one, other] = [await makeWorkspace(), await makeWorkspace()];
  const [first, second] = [await makeApiKey(one), await makeApiKey(other)];
  await db.$executeRawUnsafe(`
    create function refuse_one() returns trigger language plpgsql as $$ begin
      if new."id" = '${first.apiKey.id}' then raise 'as if it were damaged'; end if;
      return new;
    end $$`);
  await db.$executeRawUnsafe(
    'create trigger refuse_one before update on "ApiKey" for each row execute function refuse_one()',
  );
  try {
    await report([first.secret, second.secret]);
    expect([await opens(first.secret), await opens(second.secret)]).toEqual([true, false]);
    expect(await db.job.count({ where: { kind: 'leak_report' } })).toBe(1);
  } finally {
    await db.$executeRawUnsafe('drop trigger refuse_one on "ApiKey"');
    await db.$executeRawUnsafe('drop function refuse_one');
  }
  await db.$executeRaw`update "Job" set "dueAt" = now()`;
  await runNext('leak_report', endReported);
  expect(await opens(first.secret)).toBe(false);
  expect(await mailsTo(one)).toHaveLength(1);
});

test('of a workspace that has chosen so, the key is paused until its Owner resumes it', async () => {
  const workspace = await makeWorkspace();
  await paused(workspace);
  const { apiKey, secret } = await makeApiKey(workspace);
  await report([secret]);
  await report([secret]);
  expect(await opens(secret)).toBe(false);
  const read = () => getApiKey(workspace.owner, apiKey.id);
  expect(await read()).toMatchObject({ state: 'paused', pausedUntil: null, revokedAt: null });
  expect(await actsOf(apiKey.id)).toHaveLength(1);
  expect((await mailsTo(workspace))[0]?.text).toContain('It was paused at once, as you chose');

  await resumeApiKey(workspace.owner, apiKey.id);
  await report([secret]);
  expect(await opens(secret)).toBe(false);
  expect(await actsOf(apiKey.id)).toHaveLength(2);

  await chooseLeakResponse(workspace.owner, { whenReported: 'REVOKE' });
  await report([secret]);
  expect(await read()).toMatchObject({ state: 'revoked' });
  expect(await hasLeaked(await read())).toBe('reported');
});

test.each([null, 15])(
  'of a key that its Owner had paused (%s) they learn it too',
  async (minutes) => {
    const workspace = await makeWorkspace();
    await paused(workspace);
    const { apiKey, secret } = await makeApiKey(workspace);
    await pauseApiKey(workspace.owner, apiKey.id, { minutes });
    await report([secret]);
    const read = await getApiKey(workspace.owner, apiKey.id);
    expect(read).toMatchObject({ state: 'paused', pausedUntil: null });
    expect(await mailsTo(workspace)).toHaveLength(1);
  },
);

test('a key that has ended stays as it is, and nobody is told', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace, { expiresInDays: 7 });
  const expiresAt = new Date(Date.now() - DAY_MS);
  await db.apiKey.updateMany({ where: { id: apiKey.id }, data: { expiresAt } });
  await report([secret]);
  expect(await getApiKey(workspace.owner, apiKey.id)).toMatchObject({ state: 'expired' });
  expect(await actsOf(apiKey.id)).toEqual([]);
  expect(await mailsTo(workspace)).toEqual([]);
});

test('what the Owner made in the place of a reported key lives on', async () => {
  const workspace = await makeWorkspace();
  const old = await makeApiKey(workspace);
  const made = await rotateApiKey(workspace.owner, old.apiKey.id, {});
  await report([old.secret]);
  expect([await opens(old.secret), await opens(made.secret)]).toEqual([false, true]);
});

test('its Owner sees a report until they put it away, or for 30 days', async () => {
  const workspace = await makeWorkspace();
  const keys = [await makeApiKey(workspace, { name: 'One' }), await makeApiKey(workspace)];
  const foreign = await makeWorkspace();
  await report(keys.map(({ secret }) => secret));
  const listed = async () => (await listLeakReports(workspace.owner)).reports;
  const [first] = keys;
  const read = await getApiKey(workspace.owner, first?.apiKey.id);
  expect(await leakReportOf(read)).toMatchObject({
    ...{ sourceUrl: SOURCE, byGithub: false, response: 'REVOKE' },
  });
  expect(await listed()).toHaveLength(2);
  expect((await listLeakReports(foreign.owner)).reports).toEqual([]);

  await dismissLeakReports(foreign.owner, [read.id]);
  expect(await listed()).toHaveLength(2);
  await dismissLeakReports(workspace.owner, [read.id]);
  expect(await leakReportOf(read)).toBe(null);
  expect(await listed()).toHaveLength(1);

  await db.$executeRaw`update "LeakReport" set "reportedAt" = "reportedAt" - interval '29 days'`;
  await removeLeakReports();
  expect(await listed()).toHaveLength(1);
  await db.$executeRaw`update "LeakReport" set "reportedAt" = "reportedAt" - interval '2 days'`;
  expect(await listed()).toEqual([]);
  await removeLeakReports();
  expect(await db.leakReport.count()).toBe(0);
  expect(await hasLeaked(read)).toBe('reported');
});

test('of many reports a few are listed, and the number of others', async () => {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const keys = await Promise.all(Array.from({ length: 7 }, () => makeApiKey(workspace)));
  await report(keys.map(({ secret }) => secret));
  const { reports, more } = await listLeakReports(workspace.owner);
  expect([reports.length, more]).toEqual([5, 2]);
});

test('only its Owner chooses, sees and puts away', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const refused = { code: 'owner_required' };
  await expect(chooseLeakResponse(admin, { whenReported: 'PAUSE' })).rejects.toMatchObject(refused);
  await expect(listLeakReports(admin)).rejects.toMatchObject(refused);
  await expect(dismissLeakReports(admin, [])).rejects.toMatchObject(refused);
  // As somebody who was the Owner when their page was opened.
  const former = { ...admin, isOwner: true };
  await expect(chooseLeakResponse(former, { whenReported: 'PAUSE' })).rejects.toMatchObject(
    refused,
  );
  expect(await getLeakResponse(workspace.owner)).toBe('REVOKE');
  await expect(
    chooseLeakResponse(workspace.owner, { whenReported: 'IGNORE' }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
  await paused(workspace);
  await paused(workspace);
  const where = { workspaceId: workspace.id, action: 'workspace.leak_response_changed' };
  const acts = await db.auditEvent.findMany({ where });
  expect(acts.map(({ details }) => details)).toEqual([{ from: 'REVOKE', to: 'PAUSE' }]);
});
