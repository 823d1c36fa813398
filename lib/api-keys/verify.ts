import { db } from '@/lib/db';
import { batch } from './batch';
import { hashSecret } from './secret';

/** A key that opens the API now, with what every request needs to know about it. */
export type VerifiedApiKey = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  expiresAt: Date | null;
  workspaceId: string;
  workspaceName: string;
  planSlug: string;
  requestsPerMinute: number;
};

/**
 * Looks a presented key up in the database, always: there is no cache and no time-to-live between a
 * revocation and the 401 (design.md rule 7, ASVS 8.3.2). The database's clock decides on expiry.
 * @param secret what the caller presented
 * @returns the key, or null if it is malformed, unknown, revoked or expired
 * @throws the driver's error when the database does not answer: the caller must fail closed
 */
export async function verifyApiKey(secret: string): Promise<VerifiedApiKey | null> {
  const hash = hashSecret(secret);
  if (!hash) return null;
  return (await findActive(hash.toString('hex'))) ?? null;
}

const findActive = batch(loadActive, { maxInFlight: 2, maxBatch: 500 });

type Row = VerifiedApiKey & { hash: Uint8Array };

async function loadActive(hexHashes: string[]): Promise<Map<string, VerifiedApiKey>> {
  const hashes = hexHashes.map((hex) => Buffer.from(hex, 'hex'));
  const rows = await db.$queryRaw<Row[]>`
    select k."hash", k."id", k."name", k."hint", k."scopes", k."expiresAt", k."workspaceId",
      w."name" as "workspaceName", p."slug" as "planSlug", p."requestsPerMinute"
    from "ApiKey" k
      join "Workspace" w on w."id" = k."workspaceId"
      join "Plan" p on p."id" = w."planId"
    where k."hash" = any(${hashes}::bytea[])
      and k."revokedAt" is null
      and (k."expiresAt" is null or k."expiresAt" > now())`;
  return new Map(
    rows.map(({ hash, ...apiKey }) => [Buffer.from(hash).toString('hex'), apiKey] as const),
  );
}
