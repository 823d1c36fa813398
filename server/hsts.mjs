const YEAR_S = 31_536_000;

/**
 * The value of Strict-Transport-Security (RFC 6797), or null for an installation without https.
 * @param origin where this installation is reached
 */
export function strictTransport(origin, { HSTS_INCLUDE_SUBDOMAINS } = process.env) {
  if (!origin.startsWith('https:')) return null;
  const subdomains = HSTS_INCLUDE_SUBDOMAINS === 'true' ? '; includeSubDomains' : '';
  return `max-age=${YEAR_S}${subdomains}`;
}
