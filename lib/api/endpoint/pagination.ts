import { z } from 'zod';
import type { ResponseHeaders } from '@/lib/api/exchange/http';
import { env } from '@/lib/env';

/** The schema of one page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    data: z.array(item),
    has_more: z.boolean().meta({ description: 'Whether there is another page.' }),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'For `cursor` of the next request; null on the last page.' }),
  });
}

/**
 * One page of a list, and the `Link` to the next (RFC 8288).
 * @param target the request's own path and query; the link repeats its parameters
 */
export function pageBody<Item>(
  data: Item[],
  nextCursor: string | null,
  target: string,
  headers: ResponseHeaders,
): { data: Item[]; has_more: boolean; next_cursor: string | null } {
  if (nextCursor !== null) {
    const next = new URL(target, env.NEXTAUTH_URL);
    next.searchParams.set('cursor', nextCursor);
    headers.set('Link', `<${next}>; rel="next"`);
  }
  return { data, has_more: nextCursor !== null, next_cursor: nextCursor };
}
