import { env } from '@/lib/env';

/** How a browser keeps what its reader prefers: for a year, for this site alone. */
export const PREFERENCE_COOKIE = {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: env.NEXTAUTH_URL.startsWith('https:'),
  maxAge: 365 * 24 * 60 * 60,
} as const;
