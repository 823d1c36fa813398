import type { Prisma } from '@/prisma/generated/client';

/**
 * What a key is at a moment. Active, rotating and paused keys are live; rotating means that another key
 * takes this one's place at a set time, and that it works until then. The others have ended for good.
 */
export const API_KEY_STATES = [
  'active',
  'rotating',
  'paused',
  'expired',
  'retired',
  'revoked',
] as const;

export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** The states in which a key does not open the API. */
export const SHUT_STATES = ['paused', 'expired', 'retired', 'revoked'] as const satisfies Exclude<
  ApiKeyState,
  'active' | 'rotating'
>[];

export type StateColumns = {
  expiresAt: Date | null;
  pausedAt: Date | null;
  pausedUntil: Date | null;
  retiresAt: Date | null;
  revokedAt: Date | null;
};

/**
 * Whether a key has not ended, in SQL, by the database's clock: what {@link liveAt} says of its row. The
 * time is that of the statement: a transaction may have waited for a lock since it began.
 */
const isLiveInSql = (row: string) => `(${row}."revokedAt" is null
  and (${row}."expiresAt" is null or ${row}."expiresAt" > statement_timestamp())
  and (${row}."retiresAt" is null or ${row}."retiresAt" > statement_timestamp()))`;

/** The same for the row `k`. */
export const LIVE = isLiveInSql('k');

/**
 * Whether a key opens the API, in SQL, by the database's clock. `k` is its row.
 * The same as {@link stateOf} says; a test holds the two together.
 */
export const OPENS = `(${LIVE} and (k."pausedAt" is null or k."pausedUntil" <= statement_timestamp()))`;

/**
 * In a `where`: keys that have not ended.
 * @param now the database's time, by which requests are answered too
 */
export function liveAt(now: Date) {
  return {
    revokedAt: null,
    AND: [
      { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      { OR: [{ retiresAt: null }, { retiresAt: { gt: now } }] },
    ],
  } satisfies Prisma.ApiKeyWhereInput;
}

/** In a `where`: keys that are paused. */
export function onPauseAt(now: Date) {
  const live = liveAt(now);
  return {
    ...live,
    pausedAt: { not: null },
    AND: [...live.AND, { OR: [{ pausedUntil: null }, { pausedUntil: { gt: now } }] }],
  } satisfies Prisma.ApiKeyWhereInput;
}

/**
 * Whether a key takes room of the plan's quota, in SQL: `k` is its row. A pair in rotation takes
 * the room of one, through its new key; once that has ended, the old key counts again.
 */
export const TAKES_ROOM = `(${LIVE} and (k."retiresAt" is null or not exists (
  select 1 from "ApiKey" next where next."replacesId" = k."id" and ${isLiveInSql('next')})))`;

/** @param now the database's time */
export function stateOf(key: StateColumns, now: Date): ApiKeyState {
  const { expiresAt, pausedAt, pausedUntil, retiresAt, revokedAt } = key;
  const isPast = (at: Date | null): at is Date => at !== null && at <= now;
  if (revokedAt) return 'revoked';
  if (isPast(retiresAt) && !(isPast(expiresAt) && expiresAt < retiresAt)) return 'retired';
  if (isPast(expiresAt)) return 'expired';
  if (pausedAt && !isPast(pausedUntil)) return 'paused';
  return retiresAt ? 'rotating' : 'active';
}

/** Whether a key has not ended. */
export const isLive = (state: ApiKeyState) =>
  state === 'active' || state === 'rotating' || state === 'paused';

/** Whether a key does not open the API. */
export const isShut = (state: ApiKeyState) => SHUT_STATES.some((shut) => shut === state);
