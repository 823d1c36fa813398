import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { tellExpiries } from '@/lib/api-keys/notices/tell-expiries';
import { tellStillTried } from '@/lib/api-keys/notices/tell-still-tried';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { chooseMails, listWantedMails } from '@/lib/identity/account/choose-mails';
import {
  confirmTeamAddress,
  findTeamAddress,
} from '@/lib/workspaces/team-address/confirm-team-address';
import { getTeamAddress } from '@/lib/workspaces/team-address/get-team-address';
import { removeTeamAddress } from '@/lib/workspaces/team-address/remove-team-address';
import { setTeamAddress } from '@/lib/workspaces/team-address/set-team-address';
import { theMailbox } from '@/tests/support/mailbox';
import { newAddress, newEmail, signIn } from '@/tests/support/person';
import { use } from '@/tests/support/usage';
import {
  makeApiKey,
  makeMember,
  makeWorkspace,
  type TestWorkspace,
} from '@/tests/support/workspace';

const { to, latest } = theMailbox();

async function emailOf({ owner }: TestWorkspace): Promise<string> {
  const where = { id: owner.userId };
  return (await db.user.findUniqueOrThrow({ where, select: { email: true } })).email;
}

const subjectsTo = async (email: string) => (await to(email)).map(({ subject }) => subject);

async function withTeam(language = 'en') {
  const workspace = await makeWorkspace();
  const email = newEmail();
  await setTeamAddress(workspace.owner, { email, language }, newAddress());
  return { workspace, owner: workspace.owner, email, token: (await latest(email)).token };
}

/** Makes a key, and lets so much time pass that its Owner is to be told that it expires. */
async function expireSoon(workspace: TestWorkspace): Promise<string> {
  const { id } = (await makeApiKey(workspace, { expiresInDays: 90 })).apiKey;
  await tellExpiries();
  await db.$executeRaw`
    update "ApiKey" set "expiresAt" = "expiresAt" - interval '76.1 days',
      "expiryNoticeAt" = "expiryNoticeAt" - interval '76.1 days'
    where "id" = ${id}::uuid`;
  await tellExpiries();
  return id;
}

test('mails about keys go to the team as well, once somebody has confirmed its address', async () => {
  const { workspace, owner, email, token } = await withTeam('es');
  expect((await latest(email)).subject).toBe(
    'Confirma esta dirección para los correos sobre claves de API',
  );
  expect((await latest(email)).text).toContain(`/team-address#${token}`);
  expect(await getTeamAddress(owner)).toEqual({ email, language: 'es', state: 'waiting' });
  await expireSoon(workspace);
  expect(await to(email)).toHaveLength(1);

  expect(await findTeamAddress(token)).toEqual({
    email,
    workspace: workspace.name,
    isConfirmed: false,
  });
  await confirmTeamAddress(token);
  expect(await confirmTeamAddress(token)).toMatchObject({ isConfirmed: true });
  expect(await getTeamAddress(owner)).toMatchObject({ state: 'confirmed' });
  await expireSoon(workspace);
  expect(await to(email)).toHaveLength(2);
  const { subject, text } = await latest(email);
  expect(subject).toMatch(/^Una clave de API de «.+» caduca pronto$/);
  expect(text).toContain(`Hola, ${workspace.name}:`);
  expect(text).toContain('indicó esta dirección para su equipo');
  expect(text).not.toContain('/settings#mails');
  expect((await latest(await emailOf(workspace))).text).toContain('/settings#mails');

  expect(await removeTeamAddress(owner)).toBe(email);
  expect(await removeTeamAddress(owner)).toBeUndefined();
  await expireSoon(workspace);
  expect(await to(email)).toHaveLength(2);
  await expect(confirmTeamAddress(token)).rejects.toMatchObject({ code: 'link_not_valid' });
  const events = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id, action: { startsWith: 'team_address.' } },
    orderBy: { id: 'asc' },
    select: { action: true, userId: true, details: true },
  });
  expect(events).toEqual([
    { action: 'team_address.set', userId: owner.userId, details: { email } },
    { action: 'team_address.confirmed', userId: null, details: { email } },
    { action: 'team_address.removed', userId: owner.userId, details: { email } },
  ]);
});

test('another address has to be confirmed anew, and the link of the former one is dead', async () => {
  const { owner, email, token } = await withTeam();
  await confirmTeamAddress(token);
  const same = await setTeamAddress(owner, { email, language: 'es' }, newAddress());
  expect(same).toEqual({ email, isConfirmed: true });
  expect(await getTeamAddress(owner)).toEqual({ email, language: 'es', state: 'confirmed' });
  expect(await to(email)).toHaveLength(1);
  const other = newEmail();
  await setTeamAddress(owner, { email: ` ${other.toUpperCase()} `, language: 'en' }, newAddress());
  expect(await getTeamAddress(owner)).toEqual({ email: other, language: 'en', state: 'waiting' });
  expect(await findTeamAddress(token)).toBeNull();
  await expect(confirmTeamAddress(token)).rejects.toMatchObject({ code: 'link_not_valid' });
});

test('a link that has ended confirms nothing, and the same address gets another', async () => {
  const { workspace, owner, email, token } = await withTeam();
  const expiresAt = new Date(Date.now() - 1_000);
  await db.teamAddress.update({
    where: { workspaceId: workspace.id },
    data: { expiresAt },
    select: { id: true },
  });
  expect(await getTeamAddress(owner)).toMatchObject({ state: 'expired' });
  await expect(confirmTeamAddress(token)).rejects.toMatchObject({ code: 'link_not_valid' });
  await setTeamAddress(owner, { email, language: 'en' }, newAddress());
  const { token: next } = await latest(email);
  expect(next).not.toBe(token);
  await confirmTeamAddress(next);
});

test('the Owner alone says where they go, within the limits of mails', async () => {
  const workspace = await makeWorkspace();
  const email = newEmail();
  const admin = await makeMember(workspace, 'ADMIN');
  for (const actor of [admin, { ...admin, isOwner: true }]) {
    const set = setTeamAddress(actor, { email, language: 'en' }, newAddress());
    await expect(set).rejects.toMatchObject({ code: 'owner_required' });
    await expect(removeTeamAddress(actor)).rejects.toMatchObject({ code: 'owner_required' });
  }
  for (const given of [
    { email: 'nobody', language: 'en' },
    { email, language: 'fr' },
    { email: { not: '' }, language: 'en' },
    { email, language: 'en', workspaceId: workspace.id },
  ]) {
    const set = setTeamAddress(workspace.owner, given, newAddress());
    await expect(set).rejects.toMatchObject({ code: 'validation_failed' });
  }
  expect(await getTeamAddress(workspace.owner)).toBeNull();
  expect(await to(email)).toEqual([]);
  const often = async () => {
    for (;;) await setTeamAddress(workspace.owner, { email, language: 'en' }, newAddress());
  };
  await expect(often()).rejects.toMatchObject({ code: 'rate_limited' });
  expect((await to(email)).length).toBeLessThanOrEqual(5);
});

test('a new and a rotated key are told of once each, and each person chooses', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const email = await emailOf(workspace);
  const { apiKey } = await makeApiKey(workspace);
  expect(await subjectsTo(email)).toEqual([expect.stringMatching(/^A new API key of “/)]);
  expect((await latest(email)).text).toContain(apiKey.hint);
  const { apiKey: next } = await rotateApiKey(owner, apiKey.id, { retire: '24h' });
  expect(await subjectsTo(email)).toEqual([
    expect.stringMatching(/^A new API key of “/),
    expect.stringMatching(/^An API key of “.+” was rotated$/),
  ]);
  const { text } = await latest(email);
  expect(text).toContain(`The new key is ${next.hint}. The old one retires in 24 hours.`);

  const { session } = await signIn(owner.userId);
  await chooseMails(session, { wanted: ['keyExpires'] });
  expect(await listWantedMails(session)).toEqual(['keyExpires']);
  await makeApiKey(workspace);
  await rotateApiKey(owner, next.id, {}).catch(() => null);
  expect(await to(email)).toHaveLength(2);
  await expireSoon(workspace);
  expect(await to(email)).toHaveLength(3);
  for (const wanted of [['passwordChanged'], ['keyLeaked'], 'keyExpires', [7]]) {
    const chosen = chooseMails(session, { wanted });
    await expect(chosen).rejects.toMatchObject({ code: 'validation_failed' });
  }
});

test('an ended key that is still sent is told of once, an hour after its end', async () => {
  const { workspace, owner, email: team, token } = await withTeam();
  await confirmTeamAddress(token);
  const { session } = await signIn(owner.userId);
  await chooseMails(session, { wanted: ['keyStillTried'] });
  const email = await emailOf(workspace);
  const { id, hint } = (await makeApiKey(workspace)).apiKey;
  await revokeApiKey(owner, id);
  const trySome = async () => {
    use(id, { times: 3, isRefused: true, status: 401 });
    await flushUsage();
    await tellStillTried();
  };
  await trySome();
  expect(await to(email)).toEqual([]);

  await db.$executeRaw`
    update "ApiKey" set "revokedAt" = "revokedAt" - interval '2 hours' where "id" = ${id}::uuid`;
  await Promise.all([trySome(), tellStillTried()]);
  const { subject, text } = await latest(email);
  expect(subject).toMatch(/^An ended API key of “.+” is still in use$/);
  expect(text).toContain(hint);
  expect(text).toMatch(
    /was revoked, but somebody still sends it: \d requests in the last 24 hours/,
  );
  expect(text).toContain(`/api-keys/${id}`);
  await trySome();
  expect(await to(email)).toHaveLength(1);
  expect(await to(team)).toHaveLength(2);

  // Neither a live key nor what was sent long ago is.
  const { id: quiet } = (await makeApiKey(workspace)).apiKey;
  await db.$executeRaw`
    update "ApiKey" set "revokedAt" = now() - interval '3 days', "lastRefusedAt" = now() - interval '2 days'
    where "id" = ${quiet}::uuid`;
  await tellStillTried();
  expect(await to(email)).toHaveLength(1);
});
