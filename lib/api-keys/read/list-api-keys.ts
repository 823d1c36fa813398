import { type Actor, assertOwner } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { encodeCursor, type SortKey } from '@/lib/cursor';
import { db } from '@/lib/database/client';
import { positionOf } from '@/lib/paging';
import { parseQuery } from '@/lib/validation';
import { Prisma } from '@/prisma/generated/client';
import { FILTERS, KEY_SORTS, listApiKeysQuery, matching, SORT_COLUMNS } from './list-query';
import { readKeys } from './read-keys';

const PAGE_SIZE = 20;

/** Where a key stands in a list, and the database's time. */
type Place = { id: string; at: Date | string; now: Date };

/** A list's order: the column before the id, its direction, and how a cursor holds it. */
type Order = { key: SortKey; name: keyof typeof SORT_COLUMNS; isAscending: boolean };

/**
 * The keys of the actor's workspace, a page at a time (keyset paging).
 * @param query query strings, see {@link listApiKeysQuery}: `q` is looked for in names and hints;
 *   `state` (keys that have not ended without it); `sort` (newest first without it); and `cursor`
 *   from the page before
 * @param limit how many at most
 * @returns the keys, and the cursor of the next page or null on the last
 * @throws AppError `owner_required` or `validation_failed`
 */
export async function listApiKeys(
  actor: Actor,
  query: unknown = {},
  limit = PAGE_SIZE,
): Promise<{ keys: ApiKey[]; nextCursor: string | null }> {
  assertOwner(actor);
  const { q, state, sort, cursor } = parseQuery(listApiKeysQuery, query);

  const order = orderOf(KEY_SORTS[sort]);
  const direction = Prisma.raw(order.isAscending ? 'asc' : 'desc');
  const places = await db.$queryRaw<Place[]>`
    select k."id", ${Prisma.raw(SORT_COLUMNS[order.name])} as "at", statement_timestamp() as "now"
    from "ApiKey" k join "Workspace" w on w."id" = k."workspaceId"
    where k."workspaceId" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid
      and ${Prisma.raw(FILTERS[state])} and ${matching(q)} and ${after(order, cursor)}
    order by 2 ${direction}, 1 ${direction}
    limit ${limit + 1}`;
  const shown = places.slice(0, limit);
  const last = places.length > limit ? shown.at(-1) : undefined;
  return {
    keys: await readKeys(actor, shown),
    nextCursor: last ? encodeCursor(order.key, { [order.name]: last.at, id: last.id }) : null,
  };
}

function orderOf(key: SortKey): Order {
  const [name, [direction]] = Object.entries(key)[0] as [Order['name'], SortKey[string]];
  return { key, name, isAscending: direction === 'asc' };
}

/** In SQL: keys after the position of a cursor. It only sets the start, never whose keys they are. */
function after({ key, name, isAscending }: Order, cursor: string | undefined): Prisma.Sql {
  if (cursor === undefined) return Prisma.sql`true`;
  const { [name]: at, id } = positionOf(key, cursor);
  const place = Prisma.raw(`(${SORT_COLUMNS[name]}, k."id") ${isAscending ? '>' : '<'}`);
  const type = Prisma.raw(at instanceof Date ? 'timestamptz' : 'text');
  return Prisma.sql`${place} (${at}::${type}, ${id}::uuid)`;
}
