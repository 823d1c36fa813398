import { OPENS } from '@/lib/api-keys/model/state';
import { sql } from '@/lib/database/client';
import { observeVerificationBatch } from '@/lib/process/metrics';
import { batch } from './batch';

/** A key, with what every request needs to know about it. */
export type VerifiedApiKey = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  expiresAt: Date | null;
  /** no request that it opened the API for has been written yet */
  isUnused: boolean;
  workspaceId: string;
  workspaceName: string;
  planSlug: string;
  requestsPerMinute: number;
  /** of the plan; null means unlimited */
  maxActiveApiKeys: number | null;
};

/** A key that exists, and whether it opens the API now. */
type FoundApiKey = VerifiedApiKey & { opens: boolean };

/** A key that exists and does not open the API now. */
export type RefusedApiKey = Pick<VerifiedApiKey, 'id' | 'workspaceId'>;

type Verification =
  | { apiKey: VerifiedApiKey; refused: null }
  | { apiKey: null; refused: RefusedApiKey | null };

/**
 * Looks a presented key up in the database every time. There is no cache, so a revoked key gets 401
 * on its next request (docs/rules.md, rule 7; ASVS 8.3.2). What opens the API is in state.ts, by
 * the database's clock.
 * @param hash SHA-256 of what the caller presented, 64 hex characters
 * @returns `apiKey` if the key opens the API, and `refused` if it exists but does not open it now;
 *   for an unknown key both are null
 * @throws the driver's error when the database does not answer: the caller must fail closed
 */
export async function verifyApiKey(hash: string): Promise<Verification> {
  const found = await find(hash);
  if (!found) return { apiKey: null, refused: null };
  return found.opens ? { apiKey: found, refused: null } : { apiKey: null, refused: found };
}

const find = batch(load, { maxInFlight: 2, crowd: 16, maxBatch: 500 });

/** A key as it is quickest to read: an array would cost pg a microsecond more for each request. */
type Row = Omit<FoundApiKey, 'scopes'> & {
  /** which of the hashes it was found by, from 1 */
  place: number;
  /** with spaces between them, which none contains (RFC 6749 section 3.3) */
  scopes: string;
};

/**
 * `limit 1` has each hash looked up by the index: without it, the planner would read a small table
 * as a whole.
 */
async function load(hashes: string[]): Promise<Map<string, FoundApiKey>> {
  observeVerificationBatch(hashes.length);
  const rows = await sql<Row>({
    name: 'verify-api-keys',
    text: `
      select h.place::int as "place", k."id", k."name", k."hint",
        array_to_string(k."scopes", ' ') as "scopes", k."expiresAt",
        k."lastUsedAt" is null as "isUnused", k."workspaceId",
        w."name" as "workspaceName", p."slug" as "planSlug", p."requestsPerMinute",
        p."maxActiveApiKeys", ${OPENS} is true as "opens"
      from unnest($1::text[]) with ordinality as h (hash, place)
        cross join lateral (
          select * from "ApiKey" k where k."hash" = decode(h.hash, 'hex') limit 1
        ) k
        join "Workspace" w on w."id" = k."workspaceId"
        join "Plan" p on p."id" = w."planId"`,
    values: [hashes],
  });
  // Rows are copied whole: leaving a column out takes ten times as long.
  return new Map(
    rows.map((row) => [String(hashes[row.place - 1]), { ...row, scopes: row.scopes.split(' ') }]),
  );
}
