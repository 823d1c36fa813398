import type { Prisma } from '@/prisma/generated/client';
import { READER_COLUMNS, toReader, wants } from './reader';
import type { MailKind } from './write-mail';

/** Somebody who is told of a key, and as what: mails say why their reader gets them. */
export type KeyReader = ReturnType<typeof toReader> & {
  values: { name: string; workspace: string; as: 'owner' | 'team' };
};

/**
 * Who is told of the keys of a workspace where something is to be done: its Owner, unless they switched
 * that kind off, and the address of its team, once that is confirmed.
 */
export async function keyReaders(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  kind: MailKind,
): Promise<KeyReader[]> {
  const {
    name: workspace,
    timeZone,
    owner,
    teamAddress,
  } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: {
      name: true,
      timeZone: true,
      owner: { select: { name: true, ...READER_COLUMNS } },
      teamAddress: { select: { email: true, language: true, confirmedAt: true } },
    },
  });
  const readers: KeyReader[] = [];
  if (wants(owner, kind)) {
    readers.push({ ...toReader(owner), values: { name: owner.name, workspace, as: 'owner' } });
  }
  // Whose address both is gets one mail.
  if (teamAddress?.confirmedAt && teamAddress.email !== readers[0]?.to) {
    const team = toReader({ ...teamAddress, timeZone, browserZone: null });
    readers.push({ ...team, values: { name: workspace, workspace, as: 'team' } });
  }
  return readers;
}
