const YEAR_S = 31_536_000;

/**
 * The value of Strict-Transport-Security (RFC 6797), or null for an installation without https.
 * @param {string} origin where this installation is reached
 * @param {Record<string, string | undefined>} settings
 */
export function strictTransport(origin, settings = process.env) {
  if (!origin.startsWith('https:')) return null;
  const subdomains = settings.HSTS_INCLUDE_SUBDOMAINS === 'true' ? '; includeSubDomains' : '';
  return `max-age=${YEAR_S}${subdomains}`;
}
