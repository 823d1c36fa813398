declare global {
  /**
   * What can be left to be done later, by kind, and what a job of it holds. Whoever does it declares it
   * beside its use. It is kept as JSON in a row, where anybody may read it who reads the database: never a
   * secret.
   */
  interface ZendrhaxJobs {}
}

export type JobKind = keyof ZendrhaxJobs;

/** A job, as it is handed to whoever does it. */
export type Job<Kind extends JobKind> = {
  id: string;
  payload: ZendrhaxJobs[Kind];
  /** how often it has been begun, this time included */
  attempts: number;
  createdAt: Date;
};

/**
 * Does a job, outside any transaction. It may have been done before, by a process that ended before it
 * could say so.
 * @returns nothing when it is done; for work that comes again and again, when that is
 * @throws JobFailedForGood, or anything else to have it tried again
 */
export type Work<Kind extends JobKind> = (job: Job<Kind>) => Promise<undefined | Again>;

/** How many milliseconds from now on the same job is due again. */
export type Again = { againInMs: number };

/** Thrown where trying again cannot help. */
export class JobFailedForGood extends Error {}
