import { denied, type Member } from '@/lib/actor';
import { type NewApiKey, ownColumns, type Terms, withState } from '@/lib/api-keys/model/api-key';
import { assertNotTooLong, type ExpiryChoice } from '@/lib/api-keys/model/expiry';
import { longestLife } from '@/lib/api-keys/model/lifetime';
import { countActiveApiKeys } from '@/lib/api-keys/model/quota';
import type { CreateField } from '@/lib/api-keys/model/schema';
import { generateSecret } from '@/lib/api-keys/secret/secret';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { AppError } from '@/lib/errors';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { assertFeature } from '@/lib/plans/features';
import { getPlan } from '@/lib/plans/get-plan';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';

type Decided = Omit<Terms, 'expiresAt'>;

/** What is decided about a new key; what its creator is not asked has the default of its column. */
type NewTerms = Partial<Decided> & {
  [Asked in keyof Decided & CreateField]: Decided[Asked];
} & {
  /** what was chosen of when it expires, to which a refusal points */
  choice: ExpiryChoice;
  /**
   * @param now the database's time, by which keys expire
   * @param longest by the policy of the workspace; null for never
   */
  expiresAt: (now: Date, longest: Date | null) => Date | null;
  /** a key that leaves its room in the quota to the new one */
  replaces?: { id: string; hint: string };
};

const HOUR_MS = 3_600_000;

/** New keys per hour, for a plan that has so many active ones at most; null means unlimited. */
const perHour = (limit: number | null) => (limit === null ? 1_000 : Math.max(100, 10 * limit));

/**
 * Inserts a key for the Owner if the plan and its quota allow it. It locks the workspace's row, so
 * that concurrent creates take turns and the count stays right (docs/rules.md, rule 3).
 * @returns the key and its `secret`, which exists in this return value and nowhere else
 * @throws AppError `owner_required`, `feature_not_available`, `api_key_quota_reached`,
 *   `validation_failed` for a life longer than the workspace's keys have, or `rate_limited` after very
 *   many in an hour
 */
export async function insertApiKey(
  tx: Prisma.TransactionClient,
  actor: Member,
  { expiresAt, choice, replaces, ...terms }: NewTerms,
): Promise<{ apiKey: NewApiKey; secret: string }> {
  const { workspaceId, userId } = actor;
  const { maxKeyDays } = await lockOwnWorkspace(tx, actor);
  // Asked after the wait for the lock, by when other keys may have ended.
  const now = await databaseNow(tx);
  const plan = await getPlan(actor, tx);
  assertFeature(actor, plan, ...API_KEY_FEATURES);
  const limit = plan.maxActiveApiKeys;
  if (limit !== null && !replaces) {
    const active = await countActiveApiKeys(workspaceId, tx);
    if (active >= limit) {
      throw denied(actor, new AppError('api_key_quota_reached', { limit, active }));
    }
  }
  await assertNotTooMany(tx, workspaceId, { now, max: perHour(limit) });

  const longest = longestLife(maxKeyDays, now);
  const end = expiresAt(now, longest);
  assertNotTooLong(end, longest, choice);

  const { secret, hash, hint } = generateSecret();
  const replacesId = replaces?.id ?? null;
  const made = { workspaceId, createdById: userId, createdAt: now, hash, hint, replacesId };
  const row = await tx.apiKey.create({
    data: { ...terms, ...made, expiresAt: end },
    ...ownColumns,
  });
  const facts = { name: terms.name, hint, ...(replaces && { replaces: replaces.hint }) };
  await recordAct(tx, actor, 'api_key.created', row.id, facts);
  return { apiKey: withState(row, now), secret };
}

/**
 * Without it, creating and revoking in a loop would fill the table, and give each new key a fresh
 * limit of requests.
 */
async function assertNotTooMany(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  { now, max }: { now: Date; max: number },
): Promise<void> {
  const [first] = await tx.apiKey.findMany({
    where: { workspaceId, createdAt: { gt: new Date(now.getTime() - HOUR_MS) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: max - 1,
    take: 1,
    select: { createdAt: true },
  });
  if (!first) return;
  const wait = first.createdAt.getTime() + HOUR_MS - now.getTime();
  throw new AppError('rate_limited', { retryAfter: Math.max(1, Math.ceil(wait / 1_000)) });
}
