import { AsyncLocalStorage } from 'node:async_hooks';
import { oncePerProcess } from '@/lib/process/once-per-process';
import type { Prisma } from '@/prisma/generated/client';
import { db } from './client';

type Transaction = Prisma.TransactionClient;
type Act = () => void | Promise<void>;
type Ambient = { tx: Transaction; whenCommitted: Act[] };

const current = oncePerProcess('transaction', () => new AsyncLocalStorage<Ambient>());

/**
 * Runs work in a transaction. Work that is already in one joins it: so a verb is whole by itself,
 * and a request with an Idempotency-Key commits what the verb did together with the answer to
 * replay, or neither (docs/rules.md, rule 10).
 * @param work must use the transaction that it is given, and `db` for nothing
 * @returns what the work returns, once it is committed (or once the outer transaction goes on)
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
 * Has something done once the transaction around it is committed, and never if it is rolled back.
 * Outside of one it is done at once.
 */
export async function whenCommitted(act: Act): Promise<void> {
  const outer = current.getStore();
  if (outer) outer.whenCommitted.push(act);
  else await act();
}

/** Whether a transaction is open around whoever asks. */
export const isInTransaction = (): boolean => current.getStore() !== undefined;
