import { whenCommitted } from '@/lib/database/transaction';
import { log } from '@/lib/process/log';
import type { Prisma } from '@/prisma/generated/client';

/** What can happen in a workspace that its Owner may want to look up later. */
type AuditAction =
  | 'workspace.created'
  | 'workspace.renamed'
  | 'workspace.time_zone_changed'
  | 'workspace.ownership_transferred'
  | 'member.invited'
  | 'member.joined'
  | 'member.role_changed'
  | 'member.removed'
  | 'member.left'
  | 'invitation.canceled'
  | 'api_key.created'
  | 'api_key.updated'
  | 'api_key.paused'
  | 'api_key.resumed'
  | 'api_key.revoked'
  | 'api_key.rotated'
  | 'api_key.retired'
  | 'api_key.kept'
  | 'api_key.holder_named'
  | 'invoice.created'
  | 'invoice.updated'
  | 'invoice.deleted'
  | 'invoice.finalized'
  | 'invoice.paid'
  | 'invoice.voided'
  | 'plan.changed';

/**
 * In which workspace something happened, and who did it: a person, an API key, or the system itself
 * (null). Every actor is a valid source. It only records, and grants nothing.
 */
export type AuditSource = { workspaceId: string } & (
  | { userId: string | null }
  | { apiKeyId: string }
);

/**
 * Records who did what. The record is in the transaction of the change, so that neither exists
 * without the other. After the commit, the log has it too (ASVS 16.3).
 * @param details facts that a reader needs when the target is gone; never a secret or a hash
 */
export async function recordAuditEvent(
  tx: Prisma.TransactionClient,
  source: AuditSource,
  action: AuditAction,
  targetId: string,
  details: Prisma.InputJsonObject,
): Promise<void> {
  const { workspaceId } = source;
  const who = 'apiKeyId' in source ? { apiKeyId: source.apiKeyId } : { userId: source.userId };
  await tx.auditEvent.create({
    data: { workspaceId, ...who, action, targetId, details },
    select: { id: true },
  });
  await whenCommitted(() => log.info({ ...who, workspaceId, targetId }, action));
}
