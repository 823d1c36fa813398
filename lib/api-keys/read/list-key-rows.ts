import { type Actor, assertOwner, type Member } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { LIVE } from '@/lib/api-keys/model/state';
import { roleOf } from '@/lib/api-keys/rotation/rotation';
import { encodeCursor } from '@/lib/cursor';
import { db } from '@/lib/database/client';
import { parseQuery } from '@/lib/validation';
import { Prisma } from '@/prisma/generated/client';
import { beyond, FILTERS, listRowsQuery, matching, orderOf, SORT_COLUMNS } from './list-query';
import { readKeys } from './read-keys';

/** A row of the list: a key, or the new key of a rotation with the old one. */
export type KeyRow = { apiKey: ApiKey; old: ApiKey | null };

export type KeyRows = {
  rows: KeyRow[];
  /** the place of the first of them in the whole list, from 1 on; 0 if there is none */
  first: number;
  /** how many rows the whole list has */
  total: number;
  /** where the pages after and before this one begin; null where there is none */
  nextCursor: string | null;
  previousCursor: string | null;
};

type Place = { id: string; at: Date | string; place: number; total: number; now: Date };

/**
 * A page of the list of the actor's workspace (keyset paging). The two keys of a rotation, while both
 * are live, are one row, whichever of them is looked for.
 * @param query query strings, see {@link listRowsQuery}
 * @throws AppError `owner_required` or `validation_failed`
 */
export async function listKeyRows(actor: Actor, query: unknown = {}): Promise<KeyRows> {
  assertOwner(actor);
  const { q, state, sort, cursor, size, from } = parseQuery(listRowsQuery, query);

  const isBackwards = from === 'end';
  const order = orderOf(sort);
  const direction = Prisma.raw(order.isAscending ? 'asc' : 'desc');
  const wayOn = { ...order, isAscending: order.isAscending !== isBackwards };
  const limit = Number(size);
  const places = await db.$queryRaw<Place[]>`
    with found as (
      select k."id", k."replacesId", k."retiresAt", ${Prisma.raw(LIVE)} as "live",
        ${Prisma.raw(SORT_COLUMNS[order.name])} as "at"
      from "ApiKey" k join "Workspace" w on w."id" = k."workspaceId"
      where k."workspaceId" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid
        and ${Prisma.raw(FILTERS[state])} and ${matching(q)}
    ), listed as (
      select f."id", f."at", count(*) over ()::int as "total",
        row_number() over (order by f."at" ${direction}, f."id" ${direction})::int as "place"
      from found f
      where not (f."live" and f."retiresAt" is not null and exists (
        select 1 from found next where next."replacesId" = f."id" and next."live"))
    )
    select "id", "at", "place", "total", statement_timestamp() as "now" from listed
    where ${beyond(wayOn, cursor, '"at"', '"id"')}
    order by "place" ${Prisma.raw(isBackwards ? 'desc' : 'asc')}
    limit ${limit}`;
  const shown = isBackwards ? places.toReversed() : places;
  const [head, last] = [shown[0], shown.at(-1)];
  const cursorAt = ({ id, at }: Place) => encodeCursor(order.key, { [order.name]: at, id });
  return {
    rows: await read(actor, shown),
    first: head?.place ?? 0,
    total: head?.total ?? 0,
    nextCursor: last && last.place < last.total ? cursorAt(last) : null,
    previousCursor: head && head.place > 1 ? cursorAt(head) : null,
  };
}

/** Reads the keys of the rows, and the others of their rotations. */
async function read(actor: Member, places: Place[]): Promise<KeyRow[]> {
  const ids = places.map(({ id }) => id);
  const now = places[0]?.now;
  if (!now) return [];
  const shown = { in: ids };
  const pairs = [{ id: shown }, { replacesId: shown }, { replacedBy: { is: { id: shown } } }];
  const byId = await readKeys(actor, { OR: pairs }, now);
  return ids.flatMap((id) => {
    const apiKey = byId.get(id);
    return apiKey ? [rowOf(apiKey, (other) => byId.get(other?.id ?? '') ?? null)] : [];
  });
}

function rowOf(apiKey: ApiKey, read: (other: { id: string } | null) => ApiKey | null): KeyRow {
  const role = roleOf(apiKey);
  if (role === 'new') return { apiKey, old: read(apiKey.replaces) };
  const successor = role === 'old' ? read(apiKey.replacedBy) : null;
  return successor ? { apiKey: successor, old: apiKey } : { apiKey, old: null };
}
