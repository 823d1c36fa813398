/** The oldest versions without known holes (ASVS 15.2.1). next.config.js refuses older ones. */
export const LEAST = { next: '16.4.6', 'next-auth': '4.24.15' };

/**
 * Whether a version is a release, and `least` or later. A canary may lack a fix of the release before
 * it, whatever its number.
 * @param {string} version
 * @param {string} least
 */
export const isAtLeast = (version, least) =>
  /^\d+\.\d+\.\d+(\+|$)/.test(version) &&
  version.localeCompare(least, 'en', { numeric: true }) >= 0;
