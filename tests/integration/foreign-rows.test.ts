import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { pauseApiKeys } from '@/lib/api-keys/change/pause-api-keys';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { revokeApiKeys } from '@/lib/api-keys/change/revoke-api-keys';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { checkRefused } from '@/lib/api-keys/read/check-refused';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { listChosenKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { keepOldKey } from '@/lib/api-keys/rotation/keep-old-key';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import { getInvoice } from '@/lib/invoices/read/get-invoice';
import { log } from '@/lib/process/log';
import { cancelInvitation } from '@/lib/workspaces/invitations/cancel-invitation';
import { inviteMember, resendInvitation } from '@/lib/workspaces/invitations/invite-member';
import { send } from '@/tests/support/api';
import { makeInvoice } from '@/tests/support/invoices';
import { newAddress, newEmail, signIn } from '@/tests/support/person';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '@/tests/support/workspace';

const warned = vi.spyOn(log, 'warn').mockImplementation(() => {});
afterEach(() => warned.mockClear());

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let own: TestWorkspace;
let other: TestWorkspace;
let ids: { apiKey: string; invoice: string; invitation: string };

beforeAll(async () => {
  [own, other] = [await makeWorkspace(), await makeWorkspace()];
  const { apiKey } = await makeApiKey(other);
  const email = newEmail();
  await inviteMember(other.owner, { email, role: 'USER', language: 'en' }, newAddress());
  const invitation = await db.invitation.findFirstOrThrow({
    where: { workspaceId: other.id },
    select: { id: true },
  });
  ids = { apiKey: apiKey.id, invoice: await makeInvoice(other.id), invitation: invitation.id };
});

type Verb = (id: string) => Promise<unknown>;

const VERBS: Record<keyof typeof ids, Record<string, Verb>> = {
  apiKey: {
    get: (id) => getApiKey(own.owner, id),
    check: (id) => checkRefused(own.owner, id),
    choose: (id) => listChosenKeys(own.owner, [id]),
    update: (id) => updateApiKey(own.owner, id, { name: 'Mine' }),
    pause: (id) => pauseApiKey(own.owner, id, { minutes: null }),
    resume: (id) => resumeApiKey(own.owner, id),
    revoke: (id) => revokeApiKey(own.owner, id),
    'revoke many': (id) => revokeApiKeys(own.owner, { ids: [id] }),
    'pause many': (id) => pauseApiKeys(own.owner, { ids: [id], minutes: 15 }),
    'name the holder': (id) => nameHolder(own.owner, id, { holder: '' }),
    rotate: (id) => rotateApiKey(own.owner, id, {}),
    'retire now': (id) => retireNow(own.owner, id),
    'keep old': (id) => keepOldKey(own.owner, id),
  },
  invoice: { get: (id) => getInvoice(own.owner, id) },
  invitation: {
    resend: (id) => resendInvitation(own.owner, id, newAddress()),
    cancel: (id) => cancelInvitation(own.owner, id),
  },
};

const cases = Object.entries(VERBS).flatMap(([kind, verbs]) =>
  Object.entries(verbs).map(([name, verb]) => [kind as keyof typeof ids, name, verb] as const),
);

test.each(cases)(
  '%s: who tries to %s that of another workspace is in the log',
  async (kind, _, verb) => {
    const told = async (id: string) => verb(id).catch((error) => error);
    const foreign = await told(ids[kind]);
    const { userId, workspaceId } = own.owner;
    const target = { kind, targetId: ids[kind], targetWorkspaceId: other.id };
    expect(warned.mock.calls).toEqual([
      [{ userId, workspaceId, ...target }, 'row of another workspace refused'],
    ]);
    warned.mockClear();
    // Who asks is told what they would be told of an id that nobody has, which is no line of the log.
    expect(await told(NOWHERE)).toEqual(foreign);
    expect(warned).not.toHaveBeenCalled();
  },
);

test('a key that tries an invoice of another workspace is in the log', async () => {
  const { apiKey, secret } = await makeApiKey(own);
  for (const path of ['', '/finalize', '/pay', '/void']) {
    warned.mockClear();
    const method = path ? 'POST' : 'GET';
    const answer = await send(`/api/invoices/${ids.invoice}${path}`, { key: secret, method });
    expect(answer.status).toBe(404);
    expect(warned.mock.calls).toContainEqual([
      expect.objectContaining({ apiKeyId: apiKey.id, targetWorkspaceId: other.id }),
      'row of another workspace refused',
    ]);
  }
});

test('who belongs to the other workspace too has only switched tabs', async () => {
  const { userId } = own.owner;
  const third = await makeWorkspace();
  await db.membership.create({
    data: { workspaceId: third.id, userId, role: 'USER' },
    select: { userId: true },
  });
  const { apiKey } = await makeApiKey(third);
  await expect(getApiKey(own.owner, apiKey.id)).rejects.toThrow('not_found');
  expect(warned).not.toHaveBeenCalled();
});

test('who chooses a workspace that they do not belong to is in the log', async () => {
  const { session } = await signIn(own.owner.userId);
  await chooseWorkspace(session, other.id);
  const line = { userId: own.owner.userId, targetWorkspaceId: other.id };
  expect(warned.mock.calls).toEqual([[line, 'workspace refused']]);
  warned.mockClear();
  await chooseWorkspace(session, NOWHERE);
  expect(warned).not.toHaveBeenCalled();
});
