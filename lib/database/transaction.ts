import { AsyncLocalStorage } from 'node:async_hooks';
import { oncePerProcess } from '@/lib/process/once-per-process';
import type { Prisma } from '@/prisma/generated/client';
import { db } from './client';
import { isLostRace } from './outage';

type Transaction = Prisma.TransactionClient;
type Act = () => void | Promise<void>;
/** Of a transaction that deadlocks, or that the database cannot serialize. */
const TRIES = 3;

type Ambient = { tx: Transaction; whenCommitted: Act[] };

declare global {
  interface ZendrhaxProcess {
    transaction: AsyncLocalStorage<Ambient>;
  }
}

const current = oncePerProcess('transaction', () => new AsyncLocalStorage<Ambient>());

/**
 * Runs work in a transaction, or in the outer one if there is one. So a verb is atomic by itself,
 * and a request with an Idempotency-Key commits the verb's changes together with the stored answer
 * (docs/rules.md, rule 10).
 * @param work must use the given transaction and never `db`; it runs again after a lost race
 * @returns what the work returns, after the commit; inside an outer transaction, before it
 * @throws what the work throws, after a rollback
 */
export async function inTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const outer = current.getStore();
  if (outer) return work(outer.tx);
  const { result, whenCommitted } = await untilNoRaceIsLost(() => commit(work), TRIES);
  for (const act of whenCommitted) await act();
  return result;
}

async function commit<Result>(work: (tx: Transaction) => Promise<Result>) {
  const whenCommitted: Act[] = [];
  const result = await db.$transaction((tx) => current.run({ tx, whenCommitted }, () => work(tx)));
  return { result, whenCommitted };
}

/** A deadlock ends one of two transactions: begun again, it finds the other one done. */
async function untilNoRaceIsLost<Result>(
  attempt: () => Promise<Result>,
  tries: number,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (tries <= 1 || !isLostRace(error)) throw error;
    return untilNoRaceIsLost(attempt, tries - 1);
  }
}

/**
 * Calls `act` after the surrounding transaction is committed, and never if it is rolled back.
 * Without a transaction it is called at once.
 */
export async function whenCommitted(act: Act): Promise<void> {
  const outer = current.getStore();
  if (outer) outer.whenCommitted.push(act);
  else await act();
}

/** Whether the caller is inside a transaction. */
export const isInTransaction = (): boolean => current.getStore() !== undefined;
