import type { Role } from '@/prisma/generated/enums';
import { AppError, type ErrorCode } from './errors';
import { log } from './process/log';
import type { Scope } from './scopes';

/** A signed-in person in one workspace. Built by lib/identity from a session, never from input. */
export type Member = {
  kind: 'member';
  userId: string;
  workspaceId: string;
  role: Role;
  isOwner: boolean;
};

/** A program that holds an API key. Built by lib/api from a verified Bearer key, never from input. */
export type ApiKeyActor = {
  kind: 'apiKey';
  apiKeyId: string;
  workspaceId: string;
  scopes: readonly string[];
};

/** Who makes a request. The security boundary: domain verbs trust the actor and no other input. */
export type Actor = Member | ApiKeyActor;

/**
 * Lets people of any role through, and no API key.
 * @throws AppError `admin_required`
 */
export function assertMember(actor: Actor): asserts actor is Member {
  if (actor.kind !== 'member') throw denied(actor, new AppError('admin_required'));
}

/**
 * Lets only the workspace's Owner through (docs/rules.md, rule 1; ASVS 8.2.1).
 * @throws AppError `owner_required`
 */
export function assertOwner(actor: Actor): asserts actor is Member {
  if (actor.kind !== 'member' || !actor.isOwner) {
    throw denied(actor, new AppError('owner_required'));
  }
}

/**
 * Lets the Owner and the Admins through.
 * @throws AppError `admin_required`
 */
export function assertManager(actor: Actor): asserts actor is Member {
  if (actor.kind !== 'member' || !mayManage(actor, 'USER')) {
    throw denied(actor, new AppError('admin_required'));
  }
}

/** The Owner manages everyone else; Admins manage Users. Nobody manages the Owner. */
export function mayManage({ isOwner, role }: Member, other: Role): boolean {
  return isOwner || (role === 'ADMIN' && other === 'USER');
}

/**
 * Lets an actor through who may manage people of a role: see {@link mayManage}.
 * @param actor the Owner or an Admin
 * @param other the other person's role, now or after the change
 * @throws AppError `owner_required`
 */
export function assertMayManage(actor: Member, other: Role): void {
  if (!mayManage(actor, other)) throw denied(actor, new AppError('owner_required'));
}

/**
 * Lets members through, and keys that have the scope.
 * @throws AppError `insufficient_scope` with the scope that is missing (RFC 6750 section 3.1)
 */
export function assertScope(actor: Actor, scope: Scope): void {
  if (actor.kind === 'apiKey' && !actor.scopes.includes(scope)) {
    throw new AppError('insufficient_scope', { scope });
  }
}

/**
 * Logs that an actor was refused (ASVS 16.3.2). A missing scope needs no such line: the API logs
 * every request that it refuses (lib/api/exchange/exchange.ts).
 * @returns the refusal, to be thrown
 */
export function denied<Code extends ErrorCode>(
  actor: Actor,
  refusal: AppError<Code>,
): AppError<Code> {
  log.warn({ ...whoIs(actor), code: refusal.code }, 'denied');
  return refusal;
}

/** An actor in a line of the log. */
export function whoIs(actor: Actor) {
  const { workspaceId } = actor;
  const who = actor.kind === 'member' ? { userId: actor.userId } : { apiKeyId: actor.apiKeyId };
  return { ...who, workspaceId };
}
