import { env } from '@/lib/env';

/** Cookie options for a reader's preferences: kept for a year, only for this site. */
export const PREFERENCE_COOKIE = {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: env.NEXTAUTH_URL.startsWith('https:'),
  maxAge: 365 * 24 * 60 * 60,
} as const;
