import { db } from './db';

/** @returns whether the database answers at this moment */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await db.$queryRaw`select 1`;
    return true;
  } catch {
    return false;
  }
}
