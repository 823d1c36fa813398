import { AsyncLocalStorage } from 'node:async_hooks';
import { oncePerProcess } from '@/lib/process/once-per-process';
import type { Prisma } from '@/prisma/generated/client';
import { db } from './client';

type Transaction = Prisma.TransactionClient;
type Act = () => void | Promise<void>;
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
 * @param work must use the given transaction and never `db`
 * @returns what the work returns, after the commit; inside an outer transaction, before it
 * @throws what the work throws, after a rollback
 */
export async function inTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const outer = current.getStore();
  if (outer) return work(outer.tx);
  const whenCommitted: Act[] = [];
  const result = await db.$transaction((tx) => current.run({ tx, whenCommitted }, () => work(tx)));
  for (const act of whenCommitted) await act();
  return result;
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
