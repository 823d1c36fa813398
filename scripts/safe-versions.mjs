/** The first versions without the holes that are known (ASVS 15.2.1): next.config.js builds on no other. */
export const LEAST = { next: '16.4.6', 'next-auth': '4.24.15' };

/** Whether a version, three numbers, is another or a later one. */
export const isAtLeast = (version, least) =>
  version.localeCompare(least, 'en', { numeric: true }) >= 0;
