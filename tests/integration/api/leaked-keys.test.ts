import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { endReported } from '@/lib/api-keys/reported/end-reported';
import type { LeakReportJob } from '@/lib/api-keys/reported/report-leaked';
import { db } from '@/lib/database/client';
import { runNext } from '@/lib/jobs/run-next';
import { until } from '@/tests/support/until';
import { bodyOf, send, statusOf } from '../../support/api';
import { theMailbox } from '../../support/mailbox';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const { to } = theMailbox();

const LIMIT = 30;
const guess = () => `sk_${randomBytes(32).toString('hex')}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let next = 1;
/** An address that no other test uses. */
const newAddress = () => `198.51.100.${next++}`;

const report = (body: unknown, headers: Record<string, string> = {}) =>
  send('/api/leaked-keys', {
    ...{ method: 'POST', body },
    headers: { 'X-Forwarded-For': newAddress(), ...headers },
  });

const jobs = async () => {
  const found = await db.job.findMany({ where: { kind: 'leak_report' }, orderBy: { id: 'asc' } });
  return found.flatMap(({ payload }) => (payload as LeakReportJob).found);
};
const doAll = async () => {
  while (await runNext('leak_report', endReported));
};
const reportsTo = async (userId: string) => {
  const where = { id: userId };
  const { email } = await db.user.findUniqueOrThrow({ where, select: { email: true } });
  return (await to(email)).filter(({ subject }) => /was reported as leaked$/.test(subject));
};

test('of a thousand reported keys the three that live are revoked, and their Owners mailed', async () => {
  const [one, other] = [await makeWorkspace(), await makeWorkspace()];
  const live = [await makeApiKey(one), await makeApiKey(one), await makeApiKey(other)];
  const beside = await makeApiKey(other, { name: 'Beside' });
  const keys = Array.from({ length: 997 }, guess);
  keys.splice(500, 0, ...live.map(({ secret }) => secret));
  const source_url = 'https://github.com/example/shop/blob/main/.env';
  const answer = await report({ keys, source_url }, { 'X-Forwarded-For': '203.0.113.24' });
  expect(answer.status).toBe(202);
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  expect(await bodyOf(answer)).toEqual({ received: 1_000 });
  await doAll();

  for (const { secret } of live) expect(await statusOf('/api/me', { key: secret })).toBe(401);
  expect(await statusOf('/api/me', { key: beside.secret })).toBe(200);
  expect(await db.apiKey.count({ where: { revokedAt: { not: null } } })).toBe(3);
  const acts = await db.auditEvent.findMany({ where: { action: 'api_key.reported' } });
  expect(acts).toHaveLength(3);
  for (const { apiKey } of live) {
    expect(acts.find(({ targetId }) => targetId === apiKey.id)).toMatchObject({
      ...{ workspaceId: apiKey.workspaceId, userId: null, apiKeyId: null },
      details: {
        ...{ name: apiKey.name, hint: apiKey.hint, done: 'revoked', byGithub: false },
        ...{ source: source_url, address: '203.0.113.24' },
      },
    });
  }
  const mails = await reportsTo(one.owner.userId);
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array(2).fill(`An API key of “${one.name.slice(0, 39)}…” was reported as leaked`),
  );
  expect(mails[0]?.text).toContain('It was revoked at once');
  // Whoever reports it chose the address: no mail of ours leads there.
  expect(mails[0]?.text).not.toContain('github.com');
  expect(await reportsTo(other.owner.userId)).toHaveLength(1);
});

test('a report leaves one job, whatever it is of, and looks nothing up', async () => {
  const workspace = await makeWorkspace();
  const [live, dead] = [await makeApiKey(workspace), await makeApiKey(workspace)];
  await db.apiKey.updateMany({ where: { id: dead.apiKey.id }, data: { revokedAt: new Date() } });
  const texts = [live.secret, dead.secret, guess(), 'hunter2', '', ' ', `KEY="${live.secret}"\n`];
  await db.job.deleteMany();
  for (const text of texts) {
    const answer = await report({ keys: [text] });
    expect([answer.status, await answer.text()]).toEqual([202, '{"received":1}']);
  }
  const hashes = (await jobs()).map((job) => job.hashes);
  const [ofLive, ofDead, ofUnknown] = texts.slice(0, 3).map(sha256);
  // Of what is no key nothing is kept: from a hash a short secret could be guessed.
  const nothing = sha256('');
  expect(hashes).toEqual(
    [ofLive, ofDead, ofUnknown, nothing, nothing, nothing, ofLive].map((hash) => [hash]),
  );
  expect(await statusOf('/api/me', { key: live.secret })).toBe(200);
  expect(JSON.stringify(await db.job.findMany())).not.toMatch(/sk_|hunter2/);
  await doAll();
  expect(await statusOf('/api/me', { key: live.secret })).toBe(401);
  expect(await db.job.count({ where: { kind: 'leak_report' } })).toBe(0);
});

test.each([
  [{}, '#/keys'],
  [{ keys: [] }, '#/keys'],
  [{ keys: Array(1_001).fill('sk_') }, '#/keys'],
  [{ keys: 'sk_' }, '#/keys'],
  [{ keys: [7, null] }, '#/keys/0'],
  [{ keys: ['sk_'], source_url: 'javascript:alert(1)' }, '#/source_url'],
  [{ keys: ['sk_'], source_url: 'a wiki page' }, '#/source_url'],
  [{ keys: ['sk_'], source_url: `https://example.com/${'a'.repeat(2_000)}` }, '#/source_url'],
  [{ keys: ['sk_'], source: 'https://example.com' }, '#/source'],
  [[], '#'],
  ['"sk_"', '#'],
])('a report that is none is refused, and says where: %#', async (body, pointer) => {
  await db.job.deleteMany();
  const answer = await report(body);
  expect(answer.status).toBe(422);
  const { errors } = await bodyOf<{ errors: { pointer: string }[] }>(answer);
  expect(errors[0]?.pointer).toBe(pointer);
  expect(await jobs()).toEqual([]);
});

test('a report may have 128 KiB, and a byte more is refused, as are 5 MB', async () => {
  const padded = (bytes: number) => {
    const text = JSON.stringify({ keys: [guess()] });
    return text + ' '.repeat(bytes - text.length);
  };
  expect((await report(padded(131_072))).status).toBe(202);
  for (const bytes of [131_073, 5_000_000]) {
    const answer = await report(padded(bytes));
    expect(answer.status).toBe(413);
    expect(await bodyOf(answer)).toMatchObject({ code: 'payload_too_large' });
  }
  // Without a length, it is read up to the limit and no further.
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(Buffer.alloc(16_384, ' ')),
  });
  expect((await report(endless)).status).toBe(413);
});

test('only JSON is read, which pages of other sites cannot send', async () => {
  const body = JSON.stringify({ keys: [guess()] });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const answer = await report(body, { 'Content-Type': type });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  }
  expect((await report('{"keys":["sk_",')).status).toBe(400);
});

test('an address may report so often in a minute, and others are not held up', async () => {
  const from = { 'X-Forwarded-For': newAddress() };
  for (let count = 0; count < LIMIT; count++) {
    expect((await report({ keys: ['sk_'] }, from)).status).toBe(202);
  }
  // It is counted before it is read: what is refused costs next to nothing.
  const answer = await report('no JSON', from);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await report({ keys: ['sk_'] })).status).toBe(202);
});

test.each([
  ['https://robin:secret@example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['https://example.com/?q=KEY', 'https://example.com/?q=sk_cut'],
  ['https://example.com/?q=sk%5FHEX', 'https://example.com/?q=sk%5Fcut'],
  ['https://example.com/HEX', 'https://example.com/cut'],
  ['https://example.com/%73k_%61ESCAPED', 'https://example.com/'],
  [`https://github.com/a/b/commit/${'a1'.repeat(20)}`, null],
  ['http://[2001:db8::1]:8080/%E0%A4%A', null],
])('where it was found, %s, is kept without a key', async (found, kept) => {
  await db.job.deleteMany();
  const hex = 'a1'.repeat(32);
  const source_url = found
    .replace('KEY', `sk_${hex}`)
    .replace('HEX', hex)
    .replace('ESCAPED', hex.slice(1));
  expect((await report({ keys: [guess()], source_url })).status).toBe(202);
  expect((await jobs())[0]?.source).toBe(kept ?? source_url);
});

test('a report is ended within its time: the process that takes it is woken', async () => {
  const { onWake } = await import('@/lib/jobs/wake');
  let woken = 0;
  onWake('leak_report', () => void woken++);
  expect((await report({ keys: [guess()] })).status).toBe(202);
  await until(() => woken === 1);
});
