import type { Role } from '@/prisma/generated/enums';
import type { Scope } from './api-keys/schema';
import { denied } from './audit/denied';
import { AppError } from './errors';

/** A signed-in person in one workspace. Built by lib/auth from a session, never from input. */
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

/** Whoever asks. Every domain verb takes one and trusts nothing else: it is the security boundary. */
export type Actor = Member | ApiKeyActor;

/**
 * Lets people through, whatever their role; keys have no business with what people are for.
 * @throws AppError `admin_required`
 */
export function assertMember(actor: Actor): asserts actor is Member {
  if (actor.kind === 'member') return;
  throw denied(actor, new AppError('admin_required'));
}

/**
 * Lets only the workspace's Owner through (design.md rule 1, ASVS 8.2.1).
 * @throws AppError `owner_required`
 */
export function assertOwner(actor: Actor): asserts actor is Member {
  if (actor.kind === 'member' && actor.isOwner) return;
  throw denied(actor, new AppError('owner_required'));
}

/**
 * Lets the Owner and the Admins through.
 * @throws AppError `admin_required`
 */
export function assertManager(actor: Actor): asserts actor is Member {
  if (actor.kind === 'member' && (actor.isOwner || actor.role === 'ADMIN')) return;
  throw denied(actor, new AppError('admin_required'));
}

/**
 * Lets the Owner through for everyone, and Admins for Users.
 * @param role that the other person has, or is to get
 * @throws AppError `owner_required`
 */
export function assertMayManage(actor: Member, role: Role): void {
  if (!actor.isOwner && role === 'ADMIN') throw denied(actor, new AppError('owner_required'));
}

/**
 * Lets members through, and keys that carry the scope.
 * @throws AppError `insufficient_scope` with the scope that is missing (RFC 6750 section 3.1)
 */
export function assertScope(actor: Actor, scope: Scope): void {
  if (actor.kind === 'apiKey' && !actor.scopes.includes(scope)) {
    throw new AppError('insufficient_scope', { scope });
  }
}
