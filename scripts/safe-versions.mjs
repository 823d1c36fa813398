/** The oldest versions without known holes (ASVS 15.2.1). next.config.js refuses older ones. */
export const LEAST = { next: '16.4.6', 'next-auth': '4.24.15' };

/** Whether a version (three numbers) is `least` or later. */
export const isAtLeast = (version, least) =>
  version.localeCompare(least, 'en', { numeric: true }) >= 0;
