import { hash } from 'node:crypto';
import { secretIn } from '@/lib/api-keys/secret/secret';
import { enqueue } from '@/lib/jobs/enqueue';
import { parse } from '@/lib/validation';
import { leakReportInput } from './schema';

declare global {
  interface ZendrhaxJobs {
    leak_report: LeakReportJob;
  }
}

/** Keys that somebody reports as leaked. */
export type LeakReportJob = {
  found: Found[];
  /** of the network, of whoever reported them */
  address: string;
  byGithub: boolean;
};

/** Keys that were found in one place. */
export type Found = {
  /** an address of the web; null where nobody says */
  source: string | null;
  /** SHA-256 of each, in hex */
  hashes: string[];
};

/** As long as a database may be away; nobody reports the same keys again. */
const TRIED_FOR_MS = 72 * 3_600_000;

/**
 * Takes a report of leaked keys, from anyone: whoever has a key may end it. Nothing is looked up here, and
 * one job is written whatever the texts are, so that neither the answer nor its time says which of them are
 * keys (docs/decisions/047). When this returns, the report survives a crash; any instance does it soon.
 * @param input `keys`, 1 to 1,000 texts, and perhaps `source_url`
 * @param address of whoever reports them: see clientAddress
 * @returns how many texts were received
 * @throws AppError `validation_failed`
 */
export async function reportLeaked(input: unknown, address: string): Promise<number> {
  const { keys, source_url: source = null } = parse(leakReportInput, input);
  await leaveReport({ found: [{ source, hashes: keys.map(hashOf) }], address, byGithub: false });
  return keys.length;
}

/** Leaves reported keys to be ended by any instance, at once. */
export const leaveReport = (report: LeakReportJob): Promise<void> =>
  enqueue('leak_report', report, { triedForMs: TRIED_FOR_MS });

/**
 * SHA-256 of the key in a text, in hex. A text without one may be another secret, which could be guessed
 * from a hash: it has that of the empty text, so that the job is as long and says nothing of it.
 */
export const hashOf = (text: string): string => hash('sha256', secretIn(text) ?? '', 'hex');
