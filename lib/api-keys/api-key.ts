import type { Member } from '@/lib/actor';
import type { Prisma } from '@/prisma/generated/client';

/** Reads all of a key but its hash, which nobody outside lib/api-keys may know of. */
export const withoutHash = {
  omit: { hash: true, createdById: true },
  include: { createdBy: { select: { id: true, name: true } } },
} satisfies Prisma.ApiKeyDefaultArgs;

type Row = Prisma.ApiKeyGetPayload<typeof withoutHash>;

export type ApiKeyStatus = 'active' | 'expired' | 'revoked';

export type ApiKey = Omit<Row, 'createdBy'> & {
  createdBy: string | null;
  /** whether the Owner of today created it, and so is the one person who was shown it */
  isOwners: boolean;
  status: ApiKeyStatus;
};

/**
 * @param owner of the workspace today
 * @param now decides whether the key has expired
 */
export function toApiKey({ createdBy, ...row }: Row, owner: Member, now: Date): ApiKey {
  const expired = row.expiresAt !== null && row.expiresAt <= now;
  const status = row.revokedAt ? 'revoked' : expired ? 'expired' : 'active';
  const isOwners = createdBy?.id === owner.userId;
  return { ...row, createdBy: createdBy?.name ?? null, isOwners, status };
}
