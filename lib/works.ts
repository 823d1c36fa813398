import { removeExpiredAnswers } from './api/endpoint/idempotency';
import { tellExpiries } from './api-keys/notices/tell-expiries';
import { tellStillTried } from './api-keys/notices/tell-still-tried';
import { endReported } from './api-keys/reported/end-reported';
import { removeLeakReports } from './api-keys/reported/leak-reports';
import { pruneUsage } from './api-keys/usage/prune-usage';
import { learnDatabaseTime } from './database/clock';
import { removeEndedLinks } from './identity/links/link-codes';
import { removeGivenUp } from './jobs/given-up';
import type { JobKind } from './jobs/kinds';
import type { Works } from './jobs/start-jobs';
import { sendQueued } from './mail/send-queued';

declare global {
  interface ZendrhaxJobs {
    prune_usage: Record<string, never>;
    remove_ended: Record<string, never>;
    tell_expiries: Record<string, never>;
    tell_still_tried: Record<string, never>;
  }
}

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

/** What is done of each kind of job. */
export const WORKS: Works = {
  mail: sendQueued,
  leak_report: endReported,
  prune_usage: async () => {
    await learnDatabaseTime();
    return { againInMs: (await pruneUsage()) ? HOUR_MS : SECOND_MS };
  },
  remove_ended: async () => {
    // What is removed too early is lost: a process that has just started knows only its own clock.
    await learnDatabaseTime();
    await removeGivenUp();
    await removeEndedLinks();
    await removeExpiredAnswers();
    await removeLeakReports();
    return { againInMs: HOUR_MS };
  },
  tell_expiries: async () => ({ againInMs: (await tellExpiries()) ? HOUR_MS : SECOND_MS }),
  tell_still_tried: async () => ({ againInMs: (await tellStillTried()) ? HOUR_MS : SECOND_MS }),
};

/** Those that come again and again. */
export const RECURRING: JobKind[] = [
  'prune_usage',
  'remove_ended',
  'tell_expiries',
  'tell_still_tried',
];
