import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';

/** Reads a key with who created and revoked it, but without its hash, which never leaves lib/api-keys. */
export const withoutHash = {
  omit: { hash: true, createdById: true, revokedById: true },
  include: {
    createdBy: { select: { id: true, name: true } },
    revokedBy: { select: { name: true } },
  },
} satisfies Prisma.ApiKeyDefaultArgs;

type Row = Prisma.ApiKeyGetPayload<typeof withoutHash>;

export type ApiKeyStatus = 'active' | 'expired' | 'revoked';

export type ApiKey = Omit<Row, 'createdBy' | 'revokedBy'> & {
  createdBy: string | null;
  revokedBy: string | null;
  /** whether the current Owner created it: nobody else was shown it */
  isOwners: boolean;
  status: ApiKeyStatus;
};

/**
 * @param owner the workspace's current Owner
 * @param now decides whether the key has expired
 */
export function toApiKey({ createdBy, revokedBy, ...row }: Row, owner: Member, now: Date): ApiKey {
  const expired = row.expiresAt !== null && row.expiresAt <= now;
  const status = row.revokedAt ? 'revoked' : expired ? 'expired' : 'active';
  const isOwners = createdBy?.id === owner.userId;
  return {
    ...row,
    createdBy: createdBy?.name ?? null,
    revokedBy: revokedBy?.name ?? null,
    isOwners,
    status,
  };
}
