/**
 * `npm run sessions:end -- robin@example.com`: ends every session of an account. With the embedded
 * database the server has to be stopped first, since one process alone can open it.
 */
import { EmbeddedDatabaseError } from '@/lib/database/embedded';

const email = process.argv[2];
if (!email?.includes('@')) {
  console.error('Usage: npm run sessions:end -- <the email address of the account>');
  process.exit(1);
}
try {
  // Imported here so that a database that is in use gives a message and not a stack trace.
  const { endSessionsOf } = await import('@/lib/identity/sessions/end-sessions');
  const ended = await endSessionsOf(email);
  if (ended === null) console.error('No account has this address.');
  else console.log(`Ended ${ended} ${ended === 1 ? 'session' : 'sessions'}.`);
  process.exit(ended === null ? 1 : 0);
} catch (error) {
  console.error(error instanceof EmbeddedDatabaseError ? error.message : error);
  process.exit(1);
}
