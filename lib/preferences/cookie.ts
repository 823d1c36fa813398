import { cookieName, isSecure } from '@/lib/request/cookie-name';

export const LOCALE_COOKIE = cookieName('locale');

export const THEME_COOKIE = cookieName('theme');

/** Holds the time zone of the browser; a script of the page writes it. */
export const ZONE_COOKIE = cookieName('time-zone');

/** Cookie options for a reader's preferences: kept for a year, only for this site. */
export const PREFERENCE_COOKIE = {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: isSecure,
  maxAge: 365 * 24 * 60 * 60,
} as const;
