import { z } from 'zod';
import { LIVE, OPENS } from '@/lib/api-keys/model/state';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import type { SortKey } from '@/lib/cursor';
import { literally } from '@/lib/database/literally';
import { NEWEST_FIRST, pageQuery, positionOf } from '@/lib/paging';
import { oneLine } from '@/lib/text';
import { Prisma } from '@/prisma/generated/client';

/** In SQL: shown to somebody who is not the Owner now, or held by somebody who is no longer a member. */
export const KNOWN_TO_OTHERS = `(k."createdById" is distinct from w."ownerId"
    or k."holderId" is not null and not exists (select 1 from "Membership" m
      where m."workspaceId" = k."workspaceId" and m."userId" = k."holderId"))`;

/** In SQL: has longer to live than the policy of its workspace, in days from its creation, has keys live. */
const LIVES_TOO_LONG = `(w."maxKeyDays" is not null and (k."expiresAt" is null
    or k."expiresAt" > k."createdAt" + w."maxKeyDays" * interval '1 day'))`;

/** Which keys a list has, by what `state` calls them, in SQL: `k` is a key's row, `w` its workspace's. */
export const FILTERS = {
  active: LIVE,
  expiring: `${LIVE} and k."expiresAt" <= statement_timestamp() + interval '14 days'`,
  somewhere_new: `${LIVE} and k."newPlaceAddress" is not null`,
  never_expires: `${LIVE} and k."expiresAt" is null`,
  never_used: `${LIVE} and k."lastUsedAt" is null`,
  idle: `${LIVE} and k."lastUsedAt" <= statement_timestamp() - interval '90 days'`,
  rotating: `${OPENS} and k."retiresAt" is not null`,
  paused: `${LIVE} and ${OPENS} is not true`,
  known_to_others: `${LIVE} and ${KNOWN_TO_OTHERS}`,
  lives_too_long: `${LIVE} and ${LIVES_TOO_LONG}`,
  ended: `not ${LIVE}`,
  all: 'true',
} as const;

export type KeyFilter = keyof typeof FILTERS;

export const KEY_FILTERS = Object.keys(FILTERS) as [KeyFilter, ...KeyFilter[]];

/** What lists are ordered by, in SQL, and never null: a key that was never used comes before all others. */
export const SORT_COLUMNS = {
  createdAt: 'k."createdAt"',
  name: 'lower(k."name")',
  usedAt: `coalesce(k."lastUsedAt", to_timestamp(0))`,
} as const;

/** The orders of a list of keys, by what `sort` calls them. */
export const KEY_SORTS = {
  '-created_at': NEWEST_FIRST,
  created_at: { createdAt: ['asc', 'time'], id: ['asc', 'uuid'] },
  name: { name: ['asc', 'text'], id: ['asc', 'uuid'] },
  '-name': { name: ['desc', 'text'], id: ['desc', 'uuid'] },
  '-last_used_at': { usedAt: ['desc', 'time'], id: ['desc', 'uuid'] },
  last_used_at: { usedAt: ['asc', 'time'], id: ['asc', 'uuid'] },
} as const satisfies Record<string, SortKey>;

export type KeySort = keyof typeof KEY_SORTS;

export const KEY_SORT_NAMES = Object.keys(KEY_SORTS) as [KeySort, ...KeySort[]];

export const SEARCH_MAX_CHARACTERS = 200;

/** The parameters of a list of keys. A key itself is none of them: an address is kept and logged. */
export const listApiKeysQuery = z.strictObject({
  q: oneLine(SEARCH_MAX_CHARACTERS)
    .refine((text) => !looksSecret(text))
    .optional(),
  state: z.enum(KEY_FILTERS).default('active'),
  sort: z.enum(KEY_SORT_NAMES).default('-created_at'),
  cursor: pageQuery.cursor,
});

/** How many rows a page of the list may have. */
export const PAGE_SIZES = ['20', '50', '100'] as const;

/**
 * The parameters of a page of rows: also how many it has, and `from=end` for the page before `cursor`,
 * or the last one without a cursor.
 */
export const listRowsQuery = listApiKeysQuery.extend({
  size: z.enum(PAGE_SIZES).default('20'),
  from: z.literal('end').optional(),
});

/** A list's order: the column before the id, its direction, and how a cursor holds it. */
export type Order = { key: SortKey; name: keyof typeof SORT_COLUMNS; isAscending: boolean };

export function orderOf(sort: KeySort): Order {
  const key: SortKey = KEY_SORTS[sort];
  const [name, [direction]] = Object.entries(key)[0] as [Order['name'], SortKey[string]];
  return { key, name, isAscending: direction === 'asc' };
}

/**
 * In SQL: rows beyond the position of a cursor. It only sets the start, never whose keys they are.
 * @param column that the order is by, as the row has it, and its id
 */
export function beyond(
  { key, name, isAscending }: Order,
  cursor: string | undefined,
  column: string = SORT_COLUMNS[name],
  id = 'k."id"',
): Prisma.Sql {
  if (cursor === undefined) return Prisma.sql`true`;
  const position = positionOf(key, cursor);
  const at = position[name];
  const place = Prisma.raw(`(${column}, ${id}) ${isAscending ? '>' : '<'}`);
  const type = Prisma.raw(at instanceof Date ? 'timestamptz' : 'text');
  return Prisma.sql`${place} (${at}::${type}, ${position.id}::uuid)`;
}

/** Shorter texts are in the hints of too many keys. */
const HINT_MIN_CHARACTERS = 4;

/** In SQL: keys that have a text in their name or hint, in any case. */
export function matching(q: string | undefined): Prisma.Sql {
  if (q === undefined) return Prisma.sql`true`;
  // On keyboards there is no ellipsis.
  const anywhere = `%${literally(q.replaceAll('...', '…'))}%`;
  // Names are stored in normal form C, but an earlier release stored them as they came.
  const forms = [anywhere, anywhere.normalize('NFD')];
  const isInName = Prisma.sql`k."name" ilike any(${forms}::text[])`;
  if (q.length < HINT_MIN_CHARACTERS) return isInName;
  // Hints are in lower case, and LIKE is quicker.
  return Prisma.sql`(k."hint" like ${anywhere.toLowerCase()} or ${isInName})`;
}
