/**
 * `npm run help:feedback`: what readers answered below the articles of the help center. With the
 * embedded database the server has to be stopped first, since one process alone can open it.
 */
import { EmbeddedDatabaseError } from '@/lib/database/embedded';

try {
  // Imported here so that a database that is in use gives a message and not a stack trace.
  const { countFeedback } = await import('@/lib/help/count-feedback');
  console.table(await countFeedback());
  process.exit(0);
} catch (error) {
  console.error(error instanceof EmbeddedDatabaseError ? error.message : error);
  process.exit(1);
}
