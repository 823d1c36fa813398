/**
 * `npm run jobs`: mails and other work that have failed, and why. `npm run jobs -- --again` has what was
 * given up tried again. With the embedded database the server has to be stopped first, since one process
 * alone can open it.
 */
import { EmbeddedDatabaseError } from '@/lib/database/embedded';

try {
  // Imported here so that a database that is in use gives a message and not a stack trace.
  const { listFailed, tryAgain } = await import('@/lib/jobs/given-up');
  if (process.argv.includes('--again')) console.log(`To be tried again: ${await tryAgain()}`);
  const failed = await listFailed();
  if (failed.length > 0) console.table(failed);
  else console.log('Nothing has failed.');
  process.exit(0);
} catch (error) {
  console.error(error instanceof EmbeddedDatabaseError ? error.message : error);
  process.exit(1);
}
