import { env } from '@/lib/env';

/** Whether browsers reach this installation over https. */
export const isSecure = env.NEXTAUTH_URL.startsWith('https:');

/** Browsers accept a `__Host-` cookie only over https, and only from this exact host (ASVS 3.3). */
export const cookieName = (name: string) => `${isSecure ? '__Host-' : ''}zendrhax.${name}`;

/** A name for a cookie that only one page gets: `__Host-` cookies go to all of them. */
export const pageCookieName = (name: string) => `${isSecure ? '__Secure-' : ''}zendrhax.${name}`;
