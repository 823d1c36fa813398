import { whenCommitted } from '@/lib/database/transaction';
import { log } from '@/lib/process/log';
import type { Prisma } from '@/prisma/generated/client';
import type { AccountActs, Acts, WorkspaceActs } from './acts';
import { notify } from './notices';

/**
 * In which workspace something is done, and who does it: a person, an API key, or the system itself
 * (null). Every actor is a valid source. It only records, and grants nothing.
 */
type InWorkspace = { workspaceId: string } & ({ userId: string | null } | { apiKeyId: string });

/** Who does something to an account: its person, or an operator (null). */
type OfAccount = { userId: string | null };

/**
 * Records who does what, once, for all who read of it: the audit log, and whoever is told by mail. The
 * record is in the transaction of the change, and so are the mails that are to be sent, so that none of
 * them exists without the others. After the commit, the log has it too (ASVS 16.3).
 * @param targetId what it is done to; for an account, its person
 * @param facts what a reader needs when the target is gone
 */
export async function recordAct<Action extends keyof WorkspaceActs>(
  tx: Prisma.TransactionClient,
  source: InWorkspace,
  action: Action,
  targetId: string,
  facts: Acts[Action],
): Promise<void> {
  const { workspaceId } = source;
  const who = 'apiKeyId' in source ? { apiKeyId: source.apiKeyId } : { userId: source.userId };
  await record(tx, { ...who, workspaceId }, action, targetId, facts);
  await notify(tx, action, { ...who, workspaceId, targetId, facts });
}

/** The same for what is done to an account. */
export async function recordAccountAct<Action extends keyof AccountActs>(
  tx: Prisma.TransactionClient,
  { userId }: OfAccount,
  action: Action,
  accountId: string,
  facts: Acts[Action],
): Promise<void> {
  await record(tx, { userId }, action, accountId, facts);
  await notify(tx, action, { userId, targetId: accountId, facts });
}

async function record(
  tx: Prisma.TransactionClient,
  source: { workspaceId?: string; userId?: string | null; apiKeyId?: string },
  action: string,
  targetId: string,
  details: Prisma.InputJsonObject,
): Promise<void> {
  const data = { ...source, action, targetId, details };
  await tx.auditEvent.create({ data, select: { id: true } });
  await whenCommitted(() => log.info({ ...source, targetId }, action));
}
