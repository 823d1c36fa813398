import { z } from 'zod';
import { type Direction, decodeCursor, encodeCursor, type Position, type SortKey } from './cursor';
import { AppError } from './errors';
import { wholeNumber } from './text';

/** Room for two texts of 200 characters, in any script. */
const MAX_CURSOR = 2000;

/** The order of lists whose rows have `createdAt`. */
export const NEWEST_FIRST = {
  createdAt: ['desc', 'time'],
  id: ['desc', 'uuid'],
} satisfies SortKey;

/** A row to show what a cursor looks like. */
const EXAMPLE = {
  createdAt: new Date('2027-01-01T09:30:00.000Z'),
  id: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
};
export const EXAMPLE_CURSOR = encodeCursor(NEWEST_FIRST, EXAMPLE);

/** The parameters for a page: `limit` 1–100 (default 20), and `cursor`, which readPage decodes. */
export const pageQuery = {
  limit: z
    .stringFormat('limit', /^[0-9]{1,3}$/, { error: 'Give a whole number from 1 to 100.' })
    .transform(Number)
    .pipe(wholeNumber(1, 100))
    .default(20)
    .meta({
      description: 'How many to return at most.',
      example: 5,
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema.format;
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: 100, default: 20 });
      },
    }),
  cursor: z
    .string()
    .max(MAX_CURSOR)
    .optional()
    .meta({
      description: 'The `next_cursor` of the page before. Keep the other parameters as they were.',
      pattern: '^[0-9A-Za-z_-]+$',
      param: { example: EXAMPLE_CURSOR },
    }),
};

type Order<Key extends SortKey> = { [Name in keyof Key]?: Direction }[];

type Bounds<Of> = { [Bound in 'lt' | 'gt']?: Of };

type After<Key extends SortKey> = {
  OR: { [Name in keyof Key]?: Position<Key>[Name] | Bounds<Position<Key>[Name]> }[];
};

type Page<Key extends SortKey, Where> = {
  where: { AND: (Where | After<Key>)[] };
  orderBy: Order<Key>;
  take: number;
};

/**
 * Reads one page of a list (keyset paging): rows that are added meanwhile do not shift the others.
 * @param key the order; a cursor of another order is refused
 * @param query `limit` and `cursor`, parsed by {@link pageQuery}
 * @param where which rows are listed. A cursor only sets the start, never whose rows they are.
 * @param find a Prisma `findMany` with the given arguments that selects the columns of the key
 * @returns up to `limit` rows, and the cursor of the next page or null on the last
 * @throws AppError `validation_failed` for a cursor that no page of such a list had
 */
export async function readPage<
  Key extends SortKey,
  Where extends { workspaceId: string },
  Row extends Position<Key>,
>(
  key: Key,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  where: Where,
  find: (page: Page<Key, Where>) => PromiseLike<Row[]>,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const start = cursor === undefined ? [] : [after(key, positionOf(key, cursor))];
  const orderBy = Object.entries(key).map(([name, [direction]]) => ({ [name]: direction }));
  const found = await find({
    where: { AND: [where, ...start] },
    orderBy: orderBy as Order<Key>,
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor(key, last) : null;
  return { rows, nextCursor };
}

/** @throws AppError `validation_failed` for a cursor that no page of such a list had */
export function positionOf<Key extends SortKey>(key: Key, cursor: string): Position<Key> {
  const position = decodeCursor(key, cursor);
  if (position) return position;
  const detail =
    'Give the `next_cursor` of the page before as it was, with the same `sort` if there is one.';
  throw new AppError('validation_failed', {
    errors: [{ parameter: 'cursor', code: 'cursor', detail }],
  });
}

/** Rows after the position: equal to it in the first columns, and beyond it in the next column. */
function after<Key extends SortKey>(key: Key, position: Position<Key>): After<Key> {
  const columns = Object.entries(key);
  const further = columns.map(([name, [direction]], index) => ({
    ...Object.fromEntries(columns.slice(0, index).map(([same]) => [same, position[same]])),
    [name]: { [direction === 'asc' ? 'gt' : 'lt']: position[name] },
  }));
  return { OR: further as After<Key>['OR'] };
}
