import { oncePerProcess } from '@/lib/process/once-per-process';

declare global {
  interface ZendrhaxProcess {
    /** whether scripts/start.mjs still has to migrate the database beside the server */
    preparing: boolean;
  }
}

/** Prisma's codes for a server that is away, full, or closed the connection, and for a lost race. */
const PRISMA_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]);

/**
 * PostgreSQL's classes 08 (connection), 53 (resources) and 57P (operator intervention); 55P03, 57014
 * and 25P04 (a lock, a statement or a transaction timed out); 25006 (a server that became a standby);
 * 40001 and 40P01 (a transaction that lost a race, again and again); 42P01 (a table that does not exist
 * before the migrations have run); and Node's codes.
 */
const CONNECTION_CODES =
  /^(08|53|57P0|40001|40P01|42P01|55P03|57014|25P04|25006|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/;

/**
 * A column that does not exist. That is a bug, except while scripts/start.mjs migrates the database
 * beside the server.
 */
const isStillMissing = (code: string) =>
  code === '42703' && oncePerProcess('preparing', () => false);

const MESSAGES =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|server has closed the connection|can't reach database/i;

const PROTOCOL_VIOLATION = '08P01';

/** A transaction that another one was in the way of: begun again, it may succeed. */
const LOST_RACE = new Set(['40001', '40P01', 'P2034']);

/** The codes of an error and of its causes, those of PostgreSQL, Prisma and Node.js. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: unknown };
  const own = [code, originalCode].filter((value) => typeof value === 'string');
  return [...own, ...codesOf(cause), ...codesOf(driverAdapterError)];
}

/**
 * Whether a pooler refuses the settings that we connect with, which does not pass. It uses the same code
 * while the server behind it is away, which does.
 */
export const isRefusedConnection = (error: unknown): boolean =>
  codesOf(error).includes(PROTOCOL_VIOLATION) &&
  /startup parameter/.test(String((error as Error).message));

/** Whether a transaction may succeed if it is begun again (docs/rules.md, rule 3). */
export const isLostRace = (error: unknown): boolean =>
  codesOf(error).some((code) => LOST_RACE.has(code));

/** Whether a prepared statement is no longer what was prepared: somebody has changed what it reads. */
export function isStale(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: string; routine?: string };
  return code === '26000' || routine === 'RevalidateCachedQuery';
}

/**
 * Whether an error is an outage of the database, which passes by itself, and not a bug.
 * @param error anything thrown; its causes are checked too
 */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { message, cause, errors, meta } = error as Record<string, unknown>;
  return (
    codesOf(error).some(
      (code) => PRISMA_CODES.has(code) || CONNECTION_CODES.test(code) || isStillMissing(code),
    ) ||
    (typeof message === 'string' && MESSAGES.test(message)) ||
    (Array.isArray(errors) && errors.some(isOutage)) ||
    isOutage(cause) ||
    isOutage((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError)
  );
}
