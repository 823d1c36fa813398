import type { Prisma } from '@/prisma/generated/client';

/** How a key is known to people, also when it is gone. */
type Known = { name: string; hint: string };

type FromTo<Value> = { from: Value; to: Value };

/** What was done with a key that somebody reported as leaked, where they found it, and who they were. */
type Reported = {
  done: 'revoked' | 'paused';
  source: string | null;
  address: string;
  byGithub: boolean;
};

/**
 * What can be done in a workspace, and the facts that somebody needs who reads of it later, when what it
 * was done to may be gone. Never a secret or a hash.
 */
export type WorkspaceActs = {
  'workspace.created': { name: string };
  'workspace.renamed': FromTo<string>;
  'workspace.time_zone_changed': FromTo<string>;
  'workspace.key_lifetime_changed': FromTo<number | null>;
  'workspace.leak_response_changed': FromTo<string>;
  'workspace.ownership_transferred': FromTo<string>;
  'workspace.new_place_mails_changed': FromTo<boolean>;
  'team_address.set': { email: string };
  'team_address.confirmed': { email: string };
  'team_address.removed': { email: string };
  'plan.changed': FromTo<string>;
  'member.invited': { email: string; role: string };
  'member.joined': { role: string };
  'member.role_changed': FromTo<string>;
  'member.removed': { name: string; email: string };
  'member.left': { name: string; email: string };
  'invitation.canceled': { email: string; role: string };
  /** `replaces` is the hint of the old key of a rotation */
  'api_key.created': Known & { replaces?: string };
  'api_key.updated': Known & FromTo<Prisma.InputJsonObject>;
  'api_key.paused': Known & { until: string | null };
  'api_key.resumed': Known;
  'api_key.revoked': Known & { because?: 'leaked' };
  'api_key.reported': Known & Reported;
  'api_key.rotated': Known & { newHint: string; retire: string };
  'api_key.retired': Known;
  'api_key.kept': Known;
  'api_key.new_place_confirmed': Known & { address: string };
  'api_key.holder_named': Known & { holder: string | null };
  'invoice.created': { customer: string };
  'invoice.updated': Record<string, never>;
  'invoice.deleted': Record<string, never>;
  'invoice.finalized': { number: number };
  'invoice.paid': Record<string, never>;
  'invoice.voided': Record<string, never>;
};

/** What can be done to an account, which is in no workspace: its ways in, and who is in. */
export type AccountActs = {
  'account.created': Record<string, never>;
  'password.changed': Record<string, never>;
  'password.reset': Record<string, never>;
  'provider.linked': { provider: string; account: 'new' | 'existing' };
  'provider.removed': { provider: string };
  'session.started': Record<string, never>;
  'session.ended': Record<string, never>;
  'sessions.ended': { count: number };
};

export type Acts = WorkspaceActs & AccountActs;
