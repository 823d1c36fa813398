import { env } from '@/lib/env';

/** Whether browsers reach this installation over https. */
export const isSecure = env.NEXTAUTH_URL.startsWith('https:');

/** Browsers accept a `__Host-` cookie only over https, and only from this exact host (ASVS 3.3). */
export const cookieName = (name: string) => `${isSecure ? '__Host-' : ''}zendrhax.${name}`;
