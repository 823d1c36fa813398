import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';
import { type ApiKeyState, stateOf } from './state';

/** Reads a key with who created and revoked it, but without its hash, which never leaves lib/api-keys. */
export const withoutHash = {
  omit: { hash: true, createdById: true, revokedById: true },
  include: {
    createdBy: { select: { id: true, name: true } },
    revokedBy: { select: { name: true } },
  },
} satisfies Prisma.ApiKeyDefaultArgs;

type Row = Prisma.ApiKeyGetPayload<typeof withoutHash>;

export type ApiKey = Omit<Row, 'createdBy' | 'revokedBy'> & {
  createdBy: string | null;
  revokedBy: string | null;
  /** whether the current Owner created it: nobody else was shown it */
  isOwners: boolean;
  state: ApiKeyState;
};

/**
 * @param owner the workspace's current Owner
 * @param now the database's time, see {@link stateOf}
 */
export function toApiKey({ createdBy, revokedBy, ...row }: Row, owner: Member, now: Date): ApiKey {
  const isOwners = createdBy?.id === owner.userId;
  return {
    ...row,
    createdBy: createdBy?.name ?? null,
    revokedBy: revokedBy?.name ?? null,
    isOwners,
    state: stateOf(row, now),
  };
}
