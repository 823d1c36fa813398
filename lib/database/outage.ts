import { oncePerProcess } from '@/lib/process/once-per-process';

declare global {
  interface ZendrhaxProcess {
    /** whether scripts/start.mjs still has to migrate the database beside the server */
    preparing: boolean;
  }
}

/** Prisma's codes for a server that is away, full, or closed the connection. */
const PRISMA_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
]);

/**
 * PostgreSQL's classes 08 (connection), 53 (resources) and 57P (operator intervention); 55P03 and
 * 57014 (a lock or a statement timed out); 42P01 (a table that does not exist before the migrations
 * have run); and Node's codes.
 */
const CONNECTION_CODES =
  /^(08|53|57P0|42P01|55P03|57014|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/;

/**
 * A column that does not exist. That is a bug, except while scripts/start.mjs migrates the database
 * beside the server.
 */
const isStillMissing = (code: string) =>
  code === '42703' && oncePerProcess('preparing', () => false);

const MESSAGES =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|server has closed the connection|can't reach database/i;

/**
 * Whether an error is an outage of the database, which passes by itself, and not a bug.
 * @param error anything thrown; its causes are checked too
 */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, originalCode, message, cause, errors, meta } = error as Record<string, unknown>;
  const codes = [code, originalCode].filter((value) => typeof value === 'string');
  return (
    codes.some(
      (value) => PRISMA_CODES.has(value) || CONNECTION_CODES.test(value) || isStillMissing(value),
    ) ||
    (typeof message === 'string' && MESSAGES.test(message)) ||
    (Array.isArray(errors) && errors.some(isOutage)) ||
    isOutage(cause) ||
    isOutage((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError)
  );
}
