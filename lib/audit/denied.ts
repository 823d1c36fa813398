import type { Actor } from '@/lib/actor';
import type { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

/** Who an actor is, for the log and the audit trail. */
export function identityOf(actor: Actor): { userId: string } | { apiKeyId: string } {
  return actor.kind === 'member' ? { userId: actor.userId } : { apiKeyId: actor.apiKeyId };
}

/**
 * Notes in the log that someone was refused (ASVS 16.3.2). What the API refuses is in the log
 * already, as a request: see lib/api/exchange.ts.
 * @returns the refusal, to be thrown
 */
export function denied(actor: Actor, refusal: AppError): AppError {
  const { workspaceId } = actor;
  log.warn({ ...identityOf(actor), workspaceId, code: refusal.code }, 'denied');
  return refusal;
}
