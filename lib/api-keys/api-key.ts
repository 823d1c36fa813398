import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';
import { type ApiKeyState, type StateColumns, stateOf } from './state';

/** What one key of a rotation tells of the other. */
export const partner = {
  select: {
    id: true,
    name: true,
    hint: true,
    lastUsedAt: true,
    expiresAt: true,
    pausedAt: true,
    pausedUntil: true,
    retiresAt: true,
    retiresAfterUse: true,
    revokedAt: true,
  },
} satisfies Prisma.ApiKeyDefaultArgs;

/** Reads a key with who created and revoked it, but without its hash, which never leaves lib/api-keys. */
export const withoutHash = {
  omit: { hash: true, createdById: true, holderId: true, revokedById: true },
  include: {
    createdBy: { select: { id: true, name: true } },
    holder: {
      select: { id: true, name: true, memberships: { select: { workspaceId: true } } },
    },
    revokedBy: { select: { name: true } },
  },
} satisfies Prisma.ApiKeyDefaultArgs;

/** The same with the other keys of its rotations: not within a transaction, whose connection cannot read both at once. */
export const withPartners = {
  ...withoutHash,
  include: { ...withoutHash.include, replaces: partner, replacedBy: partner },
} satisfies Prisma.ApiKeyDefaultArgs;

type NewRow = Prisma.ApiKeyGetPayload<typeof withoutHash>;
type Row = Prisma.ApiKeyGetPayload<typeof withPartners>;

/** One key of a rotation, as much as the other's page tells of it. */
export type Partner = Prisma.ApiKeyGetPayload<typeof partner> & { state: ApiKeyState };

export type Partners = {
  /** the old key whose place this one takes */
  replaces: Partner | null;
  /** the new key that takes the place of this one */
  replacedBy: Partner | null;
};

/** A key that was just made. */
export type NewApiKey = Omit<NewRow, 'createdBy' | 'holder' | 'holderName' | 'revokedBy'> & {
  createdBy: string | null;
  /** who has it, as the Owner says; `userId` is null for who or what has no account here */
  holder: { userId: string | null; name: string; hasLeft: boolean } | null;
  revokedBy: string | null;
  /** whether the current Owner created it: nobody else was shown it */
  isOwners: boolean;
  state: ApiKeyState;
};

export type ApiKey = NewApiKey & Partners;

/**
 * @param owner the workspace's current Owner
 * @param now the database's time, see {@link stateOf}
 */
export function toNewApiKey(
  { createdBy, holder, holderName, revokedBy, ...row }: NewRow,
  owner: Member,
  now: Date,
): NewApiKey {
  const inWords = holderName === null ? null : { userId: null, name: holderName, hasLeft: false };
  const hasLeft = !holder?.memberships.some(({ workspaceId }) => workspaceId === row.workspaceId);
  return {
    ...row,
    createdBy: createdBy?.name ?? null,
    holder: holder ? { userId: holder.id, name: holder.name, hasLeft } : inWords,
    revokedBy: revokedBy?.name ?? null,
    isOwners: createdBy?.id === owner.userId,
    state: stateOf(row, now),
  };
}

/** As {@link toNewApiKey}. */
export function toApiKey({ replaces, replacedBy, ...row }: Row, owner: Member, now: Date): ApiKey {
  return {
    ...toNewApiKey(row, owner, now),
    replaces: replaces && withState(replaces, now),
    replacedBy: replacedBy && withState(replacedBy, now),
  };
}

export const withState = <Columns extends StateColumns>(columns: Columns, now: Date) => ({
  ...columns,
  state: stateOf(columns, now),
});
