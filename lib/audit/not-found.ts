import { type Actor, whoIs } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import type { Prisma } from '@/prisma/generated/client';

type Where = { id: { in: string[] }; workspaceId: { not: string }; workspace?: object };
const select = { id: true, workspaceId: true } as const;

/** The rows of workspaces that have an id of their own outside. */
const FIND = {
  apiKey: (client: Prisma.TransactionClient, where: Where) =>
    client.apiKey.findFirst({ where, select }),
  invoice: (client: Prisma.TransactionClient, where: Where) =>
    client.invoice.findFirst({ where, select }),
  invitation: (client: Prisma.TransactionClient, where: Where) =>
    client.invitation.findFirst({ where, select }),
};

type Tried = [
  client: Prisma.TransactionClient,
  actor: Actor,
  kind: keyof typeof FIND,
  ...ids: string[],
];

/**
 * For ids that the actor's workspace does not have: the caller is told the same, whether another one
 * has them or nobody ({@link warnOfForeign}).
 * @returns the refusal, to be thrown
 */
export async function notFound(...tried: Tried): Promise<AppError<'not_found'>> {
  await warnOfForeign(...tried);
  return new AppError('not_found');
}

/**
 * Says in the log if another workspace, which the actor does not belong to, has one of the ids that
 * the actor's own does not have (ASVS 16.3.3).
 * @param tried the transaction that the verb is in, or `db`; who; of what; the ids
 */
export async function warnOfForeign(...[client, actor, kind, ...ids]: Tried): Promise<void> {
  const { workspaceId } = actor;
  const own = actor.kind === 'member' && {
    workspace: { is: { memberships: { none: { userId: actor.userId } } } },
  };
  const where = { id: { in: ids }, workspaceId: { not: workspaceId }, ...own };
  const row = await FIND[kind](client, where);
  if (!row) return;
  const target = { kind, targetId: row.id, targetWorkspaceId: row.workspaceId };
  log.warn({ ...whoIs(actor), ...target }, 'row of another workspace refused');
}
