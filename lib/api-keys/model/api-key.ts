import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';
import { TERM_COLUMNS } from './schema';
import { type ApiKeyState, type StateColumns, stateOf } from './state';

/** What the page of one key of a rotation shows of the other. */
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

/** What an Owner decided about a key, as it is stored. */
export type Terms = Prisma.ApiKeyGetPayload<{ select: typeof TERM_COLUMNS }>;

/** What a key itself says. A new column is read once it stands here; the hash never does. */
export const ownColumns = {
  select: {
    ...TERM_COLUMNS,
    id: true,
    workspaceId: true,
    hint: true,
    createdAt: true,
    pausedAt: true,
    pausedUntil: true,
    retiresAt: true,
    retiresAfterUse: true,
    replacesId: true,
    revokedAt: true,
    lastUsedAt: true,
    lastRefusedAt: true,
    newPlaceAt: true,
    newPlaceAddress: true,
    newPlaceAgent: true,
  },
} satisfies Prisma.ApiKeyDefaultArgs;

/**
 * Reads a key with the people who have to do with it and the other keys of its rotations. Not
 * within a transaction: Prisma would read several of them at once, and a transaction has one
 * connection.
 * @param owner of the key's workspace: of a holder, only the membership there is read
 */
export const relationsFor = ({ workspaceId }: Member) =>
  ({
    select: {
      ...ownColumns.select,
      holderName: true,
      createdBy: { select: { id: true, name: true } },
      holder: {
        select: {
          id: true,
          name: true,
          memberships: { where: { workspaceId }, select: { workspaceId: true } },
        },
      },
      revokedBy: { select: { name: true } },
      replaces: partner,
      replacedBy: partner,
    },
  }) satisfies Prisma.ApiKeyDefaultArgs;

type Row = Prisma.ApiKeyGetPayload<ReturnType<typeof relationsFor>>;

/** A key that was just made. */
export type NewApiKey = Prisma.ApiKeyGetPayload<typeof ownColumns> & { state: ApiKeyState };

/** One key of a rotation, with as much as the page of the other shows. */
export type Partner = Prisma.ApiKeyGetPayload<typeof partner> & { state: ApiKeyState };

export type Partners = {
  /** the old key whose place this one takes */
  replaces: Partner | null;
  /** the new key that takes the place of this one */
  replacedBy: Partner | null;
};

declare const proved: unique symbol;

/** That a key is one of the Owner's workspace for whom it was read: only {@link toApiKey} says so. */
type Proved = { readonly [proved]: true };

/** What may be asked about a key without asking again whose it is. */
export type ProvedKey = Pick<Partner, 'id' | 'state'> & Proved;

export type ApiKey = NewApiKey &
  Proved & { [role in keyof Partners]: (Partner & Proved) | null } & {
    createdBy: string | null;
    /**
     * who has it, as the Owner says; `userId` is null for a person or program without an account
     * here
     */
    holder: { userId: string | null; name: string; hasLeft: boolean } | null;
    revokedBy: string | null;
    /** whether the current Owner created it: then nobody else was shown it */
    isOwners: boolean;
  };

/**
 * @param row of a key in the Owner's workspace, of whose rows the query was
 * @param owner the workspace's current Owner
 * @param now the database's time, see {@link stateOf}
 */
export function toApiKey(
  { createdBy, holder, holderName, revokedBy, replaces, replacedBy, ...row }: Row,
  owner: Member,
  now: Date,
): ApiKey {
  const inWords = holderName === null ? null : { userId: null, name: holderName, hasLeft: false };
  const hasLeft = holder?.memberships.length === 0;
  return {
    ...asProved(withState(row, now)),
    createdBy: createdBy?.name ?? null,
    holder: holder ? { userId: holder.id, name: holder.name, hasLeft } : inWords,
    revokedBy: revokedBy?.name ?? null,
    isOwners: createdBy?.id === owner.userId,
    replaces: replaces && asProved(withState(replaces, now)),
    replacedBy: replacedBy && asProved(withState(replacedBy, now)),
  };
}

const asProved = <Key>(key: Key) => key as Key & Proved;

export const withState = <Columns extends StateColumns>(columns: Columns, now: Date) => ({
  ...columns,
  state: stateOf(columns, now),
});
