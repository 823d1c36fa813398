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

/**
 * For ids that the actor's workspace does not have. If another workspace has one, which the actor does
 * not belong to, the log says so (ASVS 16.3.3); the caller is told the same either way.
 * @param client the transaction that the verb is in, if it is in one
 * @returns the refusal, to be thrown
 */
export async function notFound(
  client: Prisma.TransactionClient,
  actor: Actor,
  kind: keyof typeof FIND,
  ...ids: string[]
): Promise<AppError<'not_found'>> {
  const { workspaceId } = actor;
  const own = actor.kind === 'member' && {
    workspace: { is: { memberships: { none: { userId: actor.userId } } } },
  };
  const where = { id: { in: ids }, workspaceId: { not: workspaceId }, ...own };
  const row = await FIND[kind](client, where);
  if (row) {
    const target = { kind, targetId: row.id, targetWorkspaceId: row.workspaceId };
    log.warn({ ...whoIs(actor), ...target }, 'row of another workspace refused');
  }
  return new AppError('not_found');
}
