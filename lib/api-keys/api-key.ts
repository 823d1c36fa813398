import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';
import { type ApiKeyState, stateOf } from './state';

/** Reads a key with who created and revoked it, but without its hash, which never leaves lib/api-keys. */
export const withoutHash = {
  omit: { hash: true, createdById: true, holderId: true, revokedById: true },
  include: {
    createdBy: { select: { id: true, name: true } },
    holder: { select: { id: true, name: true } },
    revokedBy: { select: { name: true } },
  },
} satisfies Prisma.ApiKeyDefaultArgs;

type Row = Prisma.ApiKeyGetPayload<typeof withoutHash>;

export type ApiKey = Omit<Row, 'createdBy' | 'holder' | 'holderName' | 'revokedBy'> & {
  createdBy: string | null;
  /** who has it, as the Owner says; `userId` is null for who or what has no account here */
  holder: { userId: string | null; name: string } | null;
  revokedBy: string | null;
  /** whether the current Owner created it: nobody else was shown it */
  isOwners: boolean;
  state: ApiKeyState;
};

/**
 * @param owner the workspace's current Owner
 * @param now the database's time, see {@link stateOf}
 */
export function toApiKey(
  { createdBy, holder, holderName, revokedBy, ...row }: Row,
  owner: Member,
  now: Date,
): ApiKey {
  const inWords = holderName === null ? null : { userId: null, name: holderName };
  const isOwners = createdBy?.id === owner.userId;
  return {
    ...row,
    createdBy: createdBy?.name ?? null,
    holder: holder ? { userId: holder.id, name: holder.name } : inWords,
    revokedBy: revokedBy?.name ?? null,
    isOwners,
    state: stateOf(row, now),
  };
}
