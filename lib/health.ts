import { sql } from './db';

/** @returns whether the database answers at this moment */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await sql({ name: 'ping', text: 'select 1', values: [] });
    return true;
  } catch {
    return false;
  }
}
