import { whenCommitted } from '@/lib/database/transaction';
import { log } from '@/lib/process/log';
import type { Prisma } from '@/prisma/generated/client';
import type { AccountActs, WorkspaceActs } from './acts';

/**
 * In which workspace something is done, and who does it: a person, an API key, or the system itself
 * (null). Every actor is a valid source. It only records, and grants nothing.
 */
type InWorkspace = { workspaceId: string } & ({ userId: string | null } | { apiKeyId: string });

/** Who does something to an account: its person, or an operator (null). */
type OfAccount = { userId: string | null };

/**
 * Records who does what, once, for all who read of it: the audit log, and whoever has to be told. The
 * record is in the transaction of the change, so that neither exists without the other. After the commit,
 * the log has it too (ASVS 16.3).
 * @param targetId what it is done to; for an account, its person
 * @param facts what a reader needs when the target is gone
 */
export async function recordAct<Action extends keyof WorkspaceActs>(
  tx: Prisma.TransactionClient,
  source: InWorkspace,
  action: Action,
  targetId: string,
  facts: WorkspaceActs[Action],
): Promise<void> {
  const { workspaceId } = source;
  const who = 'apiKeyId' in source ? { apiKeyId: source.apiKeyId } : { userId: source.userId };
  await record(tx, { ...who, workspaceId }, action, targetId, facts);
}

/** The same for what is done to an account. */
export async function recordAccountAct<Action extends keyof AccountActs>(
  tx: Prisma.TransactionClient,
  { userId }: OfAccount,
  action: Action,
  accountId: string,
  facts: AccountActs[Action],
): Promise<void> {
  await record(tx, { userId }, action, accountId, facts);
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
