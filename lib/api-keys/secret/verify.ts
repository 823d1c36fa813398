import { mayComeFrom } from '@/lib/api-keys/model/may-come-from';
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
  /** its own limit where that is below its plan's */
  requestsPerMinute: number;
  planRequestsPerMinute: number;
  /** of the plan; null means unlimited */
  maxActiveApiKeys: number | null;
};

/** A key that exists, whether it opens the API now, and for whom. */
type FoundApiKey = VerifiedApiKey & {
  opens: boolean;
  /** with spaces between them; empty for any */
  allowedAddresses: string;
};

/** A key that exists and does not open the API now, or not for this caller. */
export type RefusedApiKey = Pick<VerifiedApiKey, 'id' | 'workspaceId'> & {
  /** it opens the API, for requests from the addresses on its list alone */
  isElsewhere: boolean;
};

type Verification =
  | { apiKey: VerifiedApiKey; refused: null }
  | { apiKey: null; refused: RefusedApiKey | null };

/**
 * Looks a presented key up in the database every time. There is no cache, so a revoked key gets 401
 * on its next request (docs/rules.md, rule 7; ASVS 8.3.2). What opens the API is in state.ts, by
 * the database's clock, and the addresses that it may be used from are read with it.
 * @param hash SHA-256 of what the caller presented, 64 hex characters
 * @param address of the caller, see wholeAddress
 * @returns `apiKey` if the key opens the API for the caller, and `refused` if it exists but does not;
 *   for an unknown key both are null
 * @throws the driver's error when the database does not answer: the caller must fail closed
 */
export async function verifyApiKey(hash: string, address: string): Promise<Verification> {
  const found = await find(hash);
  if (!found) return { apiKey: null, refused: null };
  const { id, workspaceId, opens, allowedAddresses } = found;
  const isElsewhere = opens && !mayComeFrom(allowedAddresses, address);
  if (opens && !isElsewhere) return { apiKey: found, refused: null };
  return { apiKey: null, refused: { id, workspaceId, isElsewhere } };
}

/** Whether a key opens the API now, for callers from the addresses that it may be used from. */
export const opensNow = async (hash: string): Promise<boolean> =>
  (await find(hash))?.opens ?? false;

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
        w."name" as "workspaceName", p."slug" as "planSlug",
        least(k."requestsPerMinute", p."requestsPerMinute") as "requestsPerMinute",
        p."requestsPerMinute" as "planRequestsPerMinute",
        array_to_string(k."allowedAddresses", ' ') as "allowedAddresses",
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
