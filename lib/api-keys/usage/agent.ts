import { withKeysCut } from '@/lib/text';

/** The program, whatever its release: `curl` of `curl/8.5.0`. */
export const programOf = (agent: string): string => agent.split('/', 1)[0] ?? '';

const PRODUCT = /^[\w!#$%&'*+./^`|~-]{1,64}/;
const MAX_REMEMBERED = 1_000;

const remembered = new Map<string, string>();

/**
 * The product that a user agent names first (RFC 9110 section 10.1.5), such as `curl/8.5.0`: its first
 * 64 characters, all of them visible ASCII; empty where there is none.
 * @param userAgent the header, of any length
 */
export function agentOf(userAgent: string | null): string {
  const product = userAgent === null ? undefined : PRODUCT.exec(userAgent)?.[0];
  if (!product) return '';
  const known = remembered.get(product);
  if (known) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  // A copy: a part of a string keeps all of it in memory, and a header may have 16 KB.
  const copy = Buffer.from(product, 'latin1').toString('latin1');
  const agent = withKeysCut(copy);
  remembered.set(copy, agent);
  return agent;
}
