import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { endReported } from '@/lib/api-keys/reported/end-reported';
import { sendContactMessage } from '@/lib/contact/send-contact-message';
import { db } from '@/lib/database/client';
import { recordFeedback } from '@/lib/help/record-feedback';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { startSession } from '@/lib/identity/sessions/sessions';
import { startRegistration } from '@/lib/identity/sign-up/register';
import { runNext } from '@/lib/jobs/run-next';
import { requestDevice } from '@/lib/request/device';
import { inviteMember } from '@/lib/workspaces/invitations/invite-member';
import { setTeamAddress } from '@/lib/workspaces/team-address/set-team-address';
import { renameWorkspace } from '@/lib/workspaces/workspace/rename-workspace';
import { send } from '../support/api';
import { newAddress, signIn } from '../support/person';
import { usageOf, use } from '../support/usage';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '../support/workspace';

const requestHeaders = vi.hoisted(() => new Headers());
vi.mock('next/headers', () => ({ headers: async () => requestHeaders }));

afterAll(() => void vi.doUnmock('next/headers'));

const A_KEY = `sk_${'a1'.repeat(32)}`;

const LINE = { description: 'Hours', quantity: 1, unit_price: 100 };
const INVOICE = { customer: 'Somebody', currency: 'EUR', lines: [LINE] };

/** What takes a text that it must refuse: a verb, or a request to the API. */
type Taker = (text: string, workspace: TestWorkspace) => Promise<unknown>;

const invoice =
  (made: (text: string) => object): Taker =>
  async (text, workspace) => {
    const { secret } = await makeApiKey(workspace);
    const answer = await send('/api/invoices', {
      ...{ method: 'POST', key: secret, body: { ...INVOICE, ...made(text) } },
    });
    if (answer.status === 422) throw await answer.json();
  };

const ofKey =
  (take: (owner: TestWorkspace['owner'], id: string, text: string) => Promise<unknown>): Taker =>
  async (text, workspace) =>
    take(workspace.owner, (await makeApiKey(workspace)).apiKey.id, text);

const profile: Taker = async (text, { owner }) =>
  updateProfile((await signIn(owner.userId)).session, { name: text });
const register = (given: object) =>
  startRegistration(
    { name: 'Robin', email: 'robin@people.test', language: 'en', ...given },
    newAddress(),
  );

/** Columns whose text is ours: an id, a hash, an address of the net, one of a list, or the operator's. */
const OURS = new Set(
  [
    'User.passwordHash ProviderLink.provider ProviderLink.providerAccountId Session.address',
    'Plan.slug Plan.name Plan.features Plan.currency ApiKey.hint ApiKey.scopes ApiKeyUsage.endpoint',
    'ApiKeyClient.address ApiKeyRecentRequests.lines Invoice.currency AuditEvent.action',
    'IdempotencyRecord.location IdempotencyRecord.body Workspace.timeZone User.timeZone User.browserZone',
    'Job.kind Job.recurring User.mutedMails ApiKey.newPlaceAddress ApiKeyAddressHour.address',
  ].flatMap((line) => line.split(' ')),
);

/** Columns of text that comes from others, and what would put it there. */
const REFUSED: Record<string, Taker> = {
  'User.email': (text) => register({ email: `${text.replaceAll(' ', '')}@people.test` }),
  'User.name': profile,
  'Registration.email': (text) => register({ email: `${text.replaceAll(' ', '')}@people.test` }),
  'Registration.name': (text) => register({ name: text }),
  'Registration.plan': (text) => register({ plan: text }),
  'Session.removedFrom': (text, { owner }) => renameWorkspace(owner, { name: text }),
  'Workspace.name': (text, { owner }) => renameWorkspace(owner, { name: text }),
  'TeamAddress.email': (text, { owner }) =>
    setTeamAddress(
      owner,
      { email: `${text.replaceAll(' ', '')}@people.test`, language: 'en' },
      newAddress(),
    ),
  'Invitation.email': (text, { owner }) =>
    inviteMember(
      owner,
      { email: `${text.replaceAll(' ', '')}@people.test`, role: 'USER' },
      newAddress(),
    ),
  'ApiKey.name': (text, workspace) => makeApiKey(workspace, { name: text }),
  'ApiKey.allowedAddresses': (text, workspace) => makeApiKey(workspace, { allowedAddresses: text }),
  'ApiKey.holderName': ofKey((owner, id, name) => nameHolder(owner, id, { holder: 'words', name })),
  'ApiKey.note': ofKey((owner, id, note) => updateApiKey(owner, id, { note })),
  'Invoice.customer': invoice((customer) => ({ customer })),
  'Invoice.reference': invoice((reference) => ({ reference })),
  'InvoiceLine.description': invoice((description) => ({ lines: [{ ...LINE, description }] })),
  'HelpFeedback.slug': (text) => recordFeedback({ slug: text, helpful: 'yes' }, 'en', newAddress()),
  'IdempotencyRecord.idempotencyKey': async (text, workspace) => {
    const { secret } = await makeApiKey(workspace);
    const headers = { 'Idempotency-Key': text.replaceAll(' ', '-') };
    const answer = await send('/api/invoices', {
      method: 'POST',
      key: secret,
      headers,
      body: INVOICE,
    });
    if (answer.status === 400) throw await answer.json();
  },
};

/** Columns of headers, which nobody can be asked to send otherwise, and of reports, which must not be lost. */
const CUT = [
  'Session.userAgent',
  'ApiKeyClient.agent',
  'Job.failure',
  'LeakReport.sourceUrl',
  'ApiKey.newPlaceAgent',
];

/** Every column of text in the schema, but for ids. */
function columns(): string[] {
  let model = '';
  return readFileSync('prisma/schema.prisma', 'utf8')
    .split('\n')
    .flatMap((line) => {
      model = /^model (\w+)/.exec(line)?.[1] ?? model;
      const name = /^ {2}(\w+) +String/.exec(line)?.[1];
      return name && !line.includes('@db.Uuid') ? [`${model}.${name}`] : [];
    });
}

test('every column of text is ours, refuses a key, or has it cut out', () => {
  const judged = [...OURS, ...Object.keys(REFUSED), ...CUT];
  expect(columns().toSorted()).toEqual(judged.toSorted());
});

test.each(Object.keys(REFUSED))('%s takes no text with a key in it', async (column) => {
  const workspace = await makeWorkspace();
  await expect(REFUSED[column]?.(A_KEY, workspace)).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:validation_failed|invalid_request|not_found)$/),
  });
});

test('a message to the operator takes no key', async () => {
  const message = {
    name: 'Robin',
    email: 'robin@people.test',
    topic: 'other',
    message: `It is ${A_KEY}, keep it`,
  };
  await expect(sendContactMessage(message, newAddress())).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('a key in a header that is kept is cut out of it', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  use(apiKey.id, { userAgent: A_KEY });
  const { clients } = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(clients.map(({ agent }) => agent)).toEqual(['sk_cut']);

  requestHeaders.set('User-Agent', `script ${A_KEY}`);
  const { userId } = workspace.owner;
  await startSession(userId, await requestDevice());
  const [session] = await db.session.findMany({ where: { userId }, select: { userAgent: true } });
  expect(session?.userAgent).toBe('script sk_cut');
});

test('a key in the address where a key was found is cut out of the report', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const body = { keys: [secret], source_url: `https://example.com/search?q=${secret}` };
  await send('/api/leaked-keys', { method: 'POST', body });
  const queued = await db.job.findMany({ where: { kind: 'leak_report' } });
  while (await runNext('leak_report', endReported));
  const kept = [
    await db.leakReport.findUniqueOrThrow({ where: { apiKeyId: apiKey.id } }),
    await db.auditEvent.findMany({ where: { targetId: apiKey.id } }),
    await db.job.findMany(),
  ];
  expect(kept[0]).toMatchObject({ sourceUrl: 'https://example.com/search?q=sk_cut' });
  expect(JSON.stringify([queued, kept])).not.toContain(secret.slice(3));
});
