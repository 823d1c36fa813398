import { PROVIDER_NAMES, type ProviderName } from '@/lib/identity/provider-names';
import { keyReaders } from '@/lib/mail/key-readers';
import { queueNotice } from '@/lib/mail/queue-mail';
import { READER_COLUMNS, toReader, wants } from '@/lib/mail/reader';
import type { MailKind } from '@/lib/mail/write-mail';
import type { Prisma } from '@/prisma/generated/client';
import type { Acts } from './acts';

export type Act<Action extends keyof Acts> = {
  workspaceId?: string;
  /** who did it, if a person did */
  userId?: string | null;
  targetId: string;
  facts: Acts[Action];
};

/** Who is told of the keys of the workspace: lib/mail/key-readers.ts. */
const KEY_READERS = Symbol('key readers');

/** A mail about an act, to an account. */
type Told = {
  to: string | typeof KEY_READERS | null | undefined;
  kind: MailKind;
  path: string;
  values: Values;
};
type Values = Record<string, string>;

/** @param values what it names beside its reader and the workspace of the act */
const told = (to: Told['to'], kind: MailKind, path: string, values: Values = {}): Told => ({
  to,
  kind,
  path,
  values,
});

const providerOf = ({ provider }: { provider: string }) => ({
  provider: PROVIDER_NAMES[provider as ProviderName],
});

/**
 * Who gets a mail about an act, and where its button leads. What opens an account is told to whom it
 * belongs: it may have been somebody else (ASVS 6.3.7).
 */
const NOTICES: { [Action in keyof Acts]?: (act: Act<Action>) => Told[] } = {
  'password.changed': ({ targetId }) => [told(targetId, 'passwordChanged', '/forgot-password')],
  'password.reset': ({ targetId }) => [told(targetId, 'passwordReset', '/forgot-password')],
  'provider.linked': ({ targetId, facts }) =>
    facts.account === 'existing'
      ? [told(targetId, 'providerLinked', '/settings', providerOf(facts))]
      : [],
  'provider.removed': ({ targetId, facts }) => [
    told(targetId, 'providerRemoved', '/forgot-password', providerOf(facts)),
  ],
  'workspace.ownership_transferred': ({ targetId, userId, facts: { from, to } }) => [
    told(targetId, 'ownershipReceived', '/api-keys', { formerOwner: from }),
    told(userId, 'ownershipGiven', '/contact', { newOwner: to }),
  ],
  'api_key.reported': ({ targetId, facts: { name: key, hint, done } }) => [
    told(KEY_READERS, 'keyReported', `/api-keys/${targetId}`, { key, hint, done }),
  ],
  'member.removed': ({ targetId }) => [told(targetId, 'memberRemoved', '/workspace/select')],
  'api_key.created': ({ targetId, userId, facts: { name: key, hint, replaces } }) =>
    // A rotation is told of as one.
    replaces ? [] : [told(userId, 'keyCreated', `/api-keys/${targetId}`, { key, hint })],
  'api_key.rotated': ({ targetId, userId, facts: { name: key, ...facts } }) => [
    told(userId, 'keyRotated', `/api-keys/${targetId}`, { key, ...facts }),
  ],
};

/** Leaves the mails about an act to be sent, in its transaction. */
export async function notify<Action extends keyof Acts>(
  tx: Prisma.TransactionClient,
  action: Action,
  act: Act<Action>,
): Promise<void> {
  for (const one of NOTICES[action]?.(act) ?? []) await tell(tx, one, act.workspaceId);
}

/** An account that is gone is told nothing, nor is one of what its person does not want to know. */
async function tell(
  tx: Prisma.TransactionClient,
  { to, kind, path, values }: Told,
  workspaceId: string | undefined,
): Promise<void> {
  if (to === KEY_READERS) {
    for (const reader of await keyReaders(tx, String(workspaceId), kind)) {
      await queueNotice(kind, { ...reader, path, values: { ...values, ...reader.values } });
    }
    return;
  }
  const columns = { name: true, ...READER_COLUMNS } as const;
  const reader = to && (await tx.user.findUnique({ where: { id: to }, select: columns }));
  if (!reader || !wants(reader, kind)) return;
  const named = { ...values, name: reader.name, ...(await workspaceOf(tx, workspaceId)) };
  await queueNotice(kind, { ...toReader(reader), path, values: named });
}

async function workspaceOf(
  tx: Prisma.TransactionClient,
  id: string | undefined,
): Promise<{ workspace?: string }> {
  const found = id && (await tx.workspace.findUnique({ where: { id }, select: { name: true } }));
  return found ? { workspace: found.name } : {};
}
