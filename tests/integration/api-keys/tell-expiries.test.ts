import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { tellExpiries } from '@/lib/api-keys/notices/tell-expiries';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { theMailbox } from '@/tests/support/mailbox';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '@/tests/support/workspace';

const { to, latest } = theMailbox();

/** The key as it is when so many days have passed. */
const daysPass = (apiKeyId: string, days: number) => db.$executeRaw`
  update "ApiKey" set "expiresAt" = "expiresAt" - ${days} * interval '1 day',
    "expiryNoticeAt" = "expiryNoticeAt" - ${days} * interval '1 day'
  where "id" = ${apiKeyId}::uuid`;

const toldOfExpiry = async (email: string) =>
  (await to(email)).filter(({ subject }) => /expires soon$|caduca pronto$/.test(subject));

async function setUp(expiresInDays = 90) {
  const workspace = await makeWorkspace({ plan: 'pro' });
  const { email } = await ownerOf(workspace);
  const { apiKey } = await makeApiKey(workspace, { expiresInDays });
  await tellExpiries();
  /** Lets days pass, and counts the mails by then. */
  async function after(days: number, id = apiKey.id): Promise<number> {
    await daysPass(id, days);
    await tellExpiries();
    return (await toldOfExpiry(email)).length;
  }
  return { workspace, owner: workspace.owner, email, apiKey, after };
}

const ownerOf = ({ owner }: TestWorkspace) =>
  db.user.findUniqueOrThrow({ where: { id: owner.userId }, select: { email: true, id: true } });

test('an Owner is told 14 days, three days and one day before a key expires, once each', async () => {
  const { email, apiKey, after } = await setUp();
  expect(await after(75.9)).toBe(0);
  expect(await after(0.2)).toBe(1);
  const { subject, text } = await latest(email);
  expect(subject).toMatch(/^An API key of “.+” expires soon$/);
  expect(text).toContain(`The API key ${apiKey.name} (${apiKey.hint}) of the workspace`);
  expect(text).toContain('expires in 14 days.');
  expect(text).toContain('Nobody has used it in the last 7 days.');
  expect(text).toContain(`/api-keys/${apiKey.id}`);
  expect(await after(0)).toBe(1);
  expect(await after(10.8)).toBe(1);
  expect(await after(0.2)).toBe(2);
  expect((await latest(email)).text).toContain('expires in 3 days.');
  expect(await after(2)).toBe(3);
  expect((await latest(email)).text).toContain('expires in a day.');
  expect(await after(0.5)).toBe(3);
  expect(await after(1)).toBe(3);
});

test('what was over when the expiry was chosen is left out', async () => {
  const { after } = await setUp(7);
  expect(await after(3.9)).toBe(0);
  expect(await after(0.2)).toBe(1);
});

test('after an outage there is one mail, with the days that are left', async () => {
  const { email, after } = await setUp();
  expect(await after(89.7)).toBe(1);
  expect((await latest(email)).text).toContain('expires in less than a day.');
  expect(await after(0)).toBe(1);
});

test('a key that gets more time, or less, is told of by its new expiry', async () => {
  const { owner, apiKey, after } = await setUp();
  await updateApiKey(owner, apiKey.id, { expiresInDays: 365 });
  // The notice of the former expiry would be due.
  expect(await after(76.1)).toBe(0);
  await updateApiKey(owner, apiKey.id, { expiresInDays: 7 });
  expect(await after(0)).toBe(0);
  expect(await after(4.1)).toBe(1);
  await updateApiKey(owner, apiKey.id, { expiresInDays: null });
  expect(await after(2)).toBe(1);
});

test('nobody is told of a key that has ended, and of a rotation of its new key alone', async () => {
  const revoked = await setUp();
  await revokeApiKey(revoked.owner, revoked.apiKey.id);
  expect(await revoked.after(76.1)).toBe(0);

  const { owner, apiKey, after } = await setUp();
  const { apiKey: next } = await rotateApiKey(owner, apiKey.id, { retire: '7d' });
  await tellExpiries();
  expect(await after(76.1)).toBe(0);
  expect(await after(76.1, next.id)).toBe(1);
});

test('several that look at the same time send one mail', async () => {
  const { email, apiKey } = await setUp();
  await daysPass(apiKey.id, 76.1);
  await Promise.all(Array.from({ length: 4 }, () => tellExpiries()));
  expect(await toldOfExpiry(email)).toHaveLength(1);
});

test('the mail is in its reader’s language and time, and says whether the key is used', async () => {
  const { email, owner, apiKey, after } = await setUp();
  await db.user.update({
    where: { id: owner.userId },
    data: { language: 'es', timeZone: 'America/Lima' },
  });
  use(apiKey.id, { times: 3 });
  await flushUsage();
  await after(76.1);
  const { subject, text } = await latest(email);
  expect(subject).toMatch(/^Una clave de API de «.+» caduca pronto$/);
  expect(text).toContain('Ha hecho 3 peticiones en los últimos 7 días.');
  expect(text).toMatch(/^Cuándo: .+ GMT-5 \(.+ UTC\)\.$/m);
});

test('more keys than one transaction takes are told of in the next', async () => {
  const { workspace } = await setUp();
  const { apiKey } = await makeApiKey(workspace);
  await db.$executeRaw`
    insert into "ApiKey" ("id", "workspaceId", "name", "hash", "hint", "scopes", "expiresAt")
    select gen_random_uuid(), "workspaceId", "name", sha256(n::text::bytea), "hint", "scopes",
      now() + interval '90 days'
    from "ApiKey", generate_series(1, 150) n where "id" = ${apiKey.id}::uuid`;
  expect(await tellExpiries()).toBe(false);
  expect(await tellExpiries()).toBe(true);
});
