/**
 * Whether an action failed because it leads to another page, as one does that meets the end of a
 * session. Next.js goes there by itself. It has no public test for it: `unstable_rethrow` would show
 * the 403 page too, as it was when this page was loaded.
 */
export const isRedirect = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT');
