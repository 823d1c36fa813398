import { describe, expect, test } from 'vitest';
import { confirmNewPlace } from '@/lib/api-keys/change/confirm-new-place';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { changeNewPlaceMails } from '@/lib/workspaces/workspace/change-new-place-mails';
import { theMailbox } from '@/tests/support/mailbox';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeMember, makeWorkspace } from '@/tests/support/workspace';

const { to } = theMailbox();

const HOME = { address: '203.0.113.24', userAgent: 'node' };
const ELSEWHERE = { address: '198.51.100.7', userAgent: 'curl/8.5.0' };

type From = { address: string; userAgent: string };

/** A key that has been used from home for so many days. */
async function setUp({ days = 10, from = [HOME] as From[] } = {}) {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const { id, hint } = (await makeApiKey(workspace)).apiKey;
  for (const one of from) use(id, one);
  await flushUsage();
  await pass(days);
  /** Lets days pass, in which nobody used the key. */
  async function pass(past: number) {
    await db.$executeRaw`
      update "ApiKey" set "createdAt" = "createdAt" - ${past} * interval '1 day',
        "newPlaceAt" = "newPlaceAt" - ${past} * interval '1 day' where "id" = ${id}::uuid`;
    await db.$executeRaw`
      update "ApiKeyClient" set "firstSeenAt" = "firstSeenAt" - ${past} * interval '1 day'
      where "apiKeyId" = ${id}::uuid`;
  }
  /** Uses the key, and counts the mails about new places by then. */
  async function told(place: From, terms: { isRefused?: boolean; status?: number } = {}) {
    use(id, { ...place, ...terms });
    await flushUsage();
    return (await mails()).length;
  }
  const { email } = await db.user.findUniqueOrThrow({
    where: { id: owner.userId },
    select: { email: true },
  });
  const mails = async () =>
    (await to(email)).filter(({ subject }) => /is used from somewhere new$/.test(subject));
  return { workspace, owner, id, hint, pass, told, mails };
}

test('an Owner is told of a network and a program that are both new, once a day', async () => {
  const { owner, id, hint, pass, told, mails } = await setUp();
  expect(await told(ELSEWHERE)).toBe(1);
  const [mail] = await mails();
  expect(mail?.text).toContain(hint);
  expect(mail?.text).toContain('was used from 198.51.100.7 for the first time, by curl.');
  expect(mail?.text).toMatch(new RegExp(`That is us:\n.*/api-keys/${id}/new-place\n`));
  expect(mail?.text).toMatch(new RegExp(`Pause it:\n.*/api-keys/${id}/pause\n`));
  expect(await getApiKey(owner, id)).toMatchObject({
    newPlaceAddress: '198.51.100.7',
    newPlaceAgent: 'curl/8.5.0',
  });
  expect(await countApiKeys(owner)).toMatchObject({ somewhere_new: 1 });
  expect(await told(ELSEWHERE)).toBe(1);
  const third = { address: '192.0.2.90', userAgent: 'Go-http-client/2.0' };
  expect(await told(third)).toBe(1);
  await pass(1.1);
  expect(await told({ address: '192.0.3.90', userAgent: 'Wget/1.21' })).toBe(2);
});

describe('nothing is said', () => {
  test.each<[string, From]>([
    ['another address of a known network', { address: '203.0.113.99', userAgent: 'curl/8.5.0' }],
    ['a known program from elsewhere', { address: '198.51.100.7', userAgent: 'node' }],
    ['an address that cannot be read', { address: 'unknown', userAgent: 'curl/8.5.0' }],
  ])('of %s', async (_, place) => {
    const { told } = await setUp();
    expect(await told(place)).toBe(0);
  });

  test('of a new release of a known program', async () => {
    const { told } = await setUp({ from: [{ ...HOME, userAgent: 'curl/8.4.0' }] });
    expect(await told(ELSEWHERE)).toBe(0);
  });

  test('before a key has been used for a week', async () => {
    const { told } = await setUp({ days: 6.9 });
    expect(await told(ELSEWHERE)).toBe(0);
    const unused = await setUp({ from: [] });
    expect(await unused.told(ELSEWHERE)).toBe(0);
  });

  test('of a request that did not open the API', async () => {
    const { told } = await setUp();
    expect(await told(ELSEWHERE, { isRefused: true, status: 401 })).toBe(0);
    const other = { address: '192.0.2.90', userAgent: 'Wget/1.21' };
    expect(await told(other, { status: 429 })).toBe(0);
  });

  test('of what an earlier release has seen, which did not write what was accepted', async () => {
    const { id, told } = await setUp({ from: [HOME, ELSEWHERE] });
    await db.apiKeyClient.updateMany({
      where: { apiKeyId: id },
      data: { accepted: 0, firstAcceptedAt: null, lastAcceptedAt: null },
    });
    expect(await told(ELSEWHERE)).toBe(0);
  });

  test('of a key that comes from many networks', async () => {
    const from = Array.from({ length: 11 }, (_, one) => ({ ...HOME, address: `10.0.${one}.1` }));
    const { told } = await setUp({ from });
    expect(await told(ELSEWHERE)).toBe(0);
  });

  test('where the key or its workspace does not want it', async () => {
    const key = await setUp();
    await updateApiKey(key.owner, key.id, { newPlaceMails: 'off' });
    expect(await key.told(ELSEWHERE)).toBe(0);
    const { owner, told } = await setUp();
    expect(await changeNewPlaceMails(owner, { newPlaceMails: 'off' })).toBe(false);
    expect(await told(ELSEWHERE)).toBe(0);
    expect(await changeNewPlaceMails(owner, { newPlaceMails: 'on' })).toBe(true);
    expect(await told({ address: '192.0.2.90', userAgent: 'Wget/1.21' })).toBe(1);
  });
});

test('a flood of new addresses is one mail', async () => {
  const { id, told, mails } = await setUp();
  for (let one = 0; one < 300; one++) {
    use(id, { address: `198.${51 + (one % 40)}.${one % 200}.7`, userAgent: `bot-${one}/1.0` });
  }
  await flushUsage();
  expect(await mails()).toHaveLength(1);
  expect(await told({ address: '192.0.2.90', userAgent: 'Wget/1.21' })).toBe(1);
});

test('a program that is named like an address of the web is not named in the mail', async () => {
  const { told, mails } = await setUp();
  await told({ ...ELSEWHERE, userAgent: 'evil.example/click-here' });
  const [mail] = await mails();
  expect(mail?.text).toContain('by a program that does not say its name');
  expect(mail?.text + String(mail?.html)).not.toContain('evil.example');
});

test('the Owner says once that it is fine, and nobody else can', async () => {
  const { workspace, owner, id, told } = await setUp();
  await told(ELSEWHERE);
  const admin = await makeMember(workspace, 'ADMIN');
  for (const actor of [admin, { ...admin, isOwner: true }, (await makeWorkspace()).owner]) {
    const refused = confirmNewPlace(actor, id);
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^(owner_required|not_found)$/),
    });
  }
  expect(await countApiKeys(owner)).toMatchObject({ somewhere_new: 1 });
  await confirmNewPlace(owner, id);
  await confirmNewPlace(owner, id);
  expect(await getApiKey(owner, id)).toMatchObject({ newPlaceAddress: null, newPlaceAgent: null });
  expect(await countApiKeys(owner)).toMatchObject({ somewhere_new: 0 });
  const events = await db.auditEvent.findMany({
    where: { targetId: id, action: 'api_key.new_place_confirmed' },
    select: { userId: true, details: true },
  });
  expect(events).toEqual([
    {
      userId: owner.userId,
      details: { name: 'Nightly export', hint: expect.any(String), address: '198.51.100.7' },
    },
  ]);
});
