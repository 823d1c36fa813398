import { isOutage } from '@/lib/database/outage';

/**
 * Does something again as long as the database does not answer: where many do something at once on a
 * busy machine, a lock or a connection is waited for too long, and whoever asked is told to try again.
 */
export async function onceAnswered<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!isOutage(error)) throw error;
    return onceAnswered(act);
  }
}
