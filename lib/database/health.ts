import { AppError } from '@/lib/errors';
import { sql } from './client';

const RETRY_SECONDS = 5;

/** @throws AppError `unavailable` while the database does not answer */
export async function assertDatabaseUp(): Promise<void> {
  try {
    await sql({ name: 'ping', text: 'select 1', values: [] });
  } catch {
    throw new AppError('unavailable', { retryAfter: RETRY_SECONDS });
  }
}
