import type { Prisma } from '@/prisma/generated/client';

/** What anyone outside lib/api-keys may know of a key. The hash is not among it. */
export const apiKeyColumns = {
  id: true,
  name: true,
  hint: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.ApiKeySelect;

type Row = Prisma.ApiKeyGetPayload<{ select: typeof apiKeyColumns }>;

export type ApiKeyStatus = 'active' | 'expired' | 'revoked';

export type ApiKey = Omit<Row, 'createdBy'> & { createdBy: string | null; status: ApiKeyStatus };

/** @param now decides whether the key has expired */
export function toApiKey({ createdBy, ...row }: Row, now: Date): ApiKey {
  const expired = row.expiresAt !== null && row.expiresAt <= now;
  const status = row.revokedAt ? 'revoked' : expired ? 'expired' : 'active';
  return { ...row, createdBy: createdBy?.name ?? null, status };
}
