import { z } from 'zod';

/** Room for two texts of 200 characters, in any script. */
const MAX_CURSOR = 2000;

/** How a cursor stores the values of columns. Values that a database cannot hold are refused. */
const KINDS = {
  /** to the millisecond */
  time: z.codec(
    z.iso.datetime({ precision: 3 }).refine((text) => text >= '1970'),
    z.date(),
    {
      decode: (text) => new Date(text),
      encode: (date) => date.toISOString(),
    },
  ),
  uuid: z.uuid(),
  text: z.string().refine((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)),
  integer: z.int32(),
  /** 64 bits, such as an amount of money */
  bigint: z.codec(z.string().regex(/^(0|-?[1-9]\d{0,18})$/), z.int64(), {
    decode: BigInt,
    encode: String,
  }),
};

type Direction = 'asc' | 'desc';

/**
 * The order of a list: columns that are never null, the most significant first. The last column is
 * unique, so that no two rows have the same position. Text columns must be short, such as names,
 * because a cursor contains their values.
 */
export type SortKey = Record<string, [Direction, keyof typeof KINDS]>;

/** The order of lists whose rows have `createdAt`. */
export const NEWEST_FIRST = {
  createdAt: ['desc', 'time'],
  id: ['desc', 'uuid'],
} satisfies SortKey;

type Value<Column extends SortKey[string]> = z.output<(typeof KINDS)[Column[1]]>;

/** Where a page ended: the values of its last row. */
export type Position<Key extends SortKey> = { [Name in keyof Key]: Value<Key[Name]> };

/** @returns the position as an opaque, URL-safe string */
export function encodeCursor<Key extends SortKey>(key: Key, row: Position<Key>): string {
  const values = Object.entries(key).map(([name, [, kind]]) =>
    z.encode(KINDS[kind] as z.ZodType, row[name]),
  );
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @returns the position, or null for a text that {@link encodeCursor} never gives for this key */
export function decodeCursor<Key extends SortKey>(key: Key, cursor: string): Position<Key> | null {
  try {
    const columns = Object.entries(key);
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const values = z.array(z.unknown()).parse(JSON.parse(text));
    const entries = columns.map(([name, [, kind]], index) => [
      name,
      z.decode(KINDS[kind] as z.ZodType, values[index]),
    ]);
    const position = Object.fromEntries(entries) as Position<Key>;
    return encodeCursor(key, position) === cursor ? position : null;
  } catch {
    return null;
  }
}

/** The schema of the parameters for a page: `limit` 1–100 (default 20), and `cursor`. */
export function pageQuery<Key extends SortKey>(key: Key) {
  const limit = z
    .stringFormat('limit', /^[0-9]{1,3}$/, { error: 'Give a whole number from 1 to 100.' })
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(20)
    .meta({
      description: 'How many to return at most.',
      example: 5,
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema.format;
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: 100, default: 20 });
      },
    });
  const cursor = z
    .string()
    .max(MAX_CURSOR)
    .transform((text, context): Position<Key> => {
      const position = decodeCursor(key, text);
      if (position) return position;
      context.addIssue({ code: 'custom', params: { code: 'cursor' }, message: 'Not a cursor.' });
      return z.NEVER;
    })
    .optional()
    .meta({
      description: '`next_cursor` of the page before; keep the other parameters.',
      param: { example: encodeCursor(key, exampleRow(key)) },
    });
  return { limit, cursor };
}

/** A row to show what a cursor looks like. */
function exampleRow<Key extends SortKey>(key: Key): Position<Key> {
  const values = {
    time: new Date('2027-01-01T09:30:00.000Z'),
    uuid: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
    text: 'Northwind Traders',
    integer: 1,
    bigint: 1n,
  };
  const columns = Object.entries(key).map(([name, [, kind]]) => [name, values[kind]]);
  return Object.fromEntries(columns) as Position<Key>;
}

type Order<Key extends SortKey> = { [Name in keyof Key]?: Direction }[];

type After<Key extends SortKey> = {
  OR: { [Name in keyof Key]?: Value<Key[Name]> | { [Bound in 'lt' | 'gt']?: Value<Key[Name]> } }[];
};

type Page<Key extends SortKey, Where> = {
  where: { AND: (Where | After<Key>)[] };
  orderBy: Order<Key>;
  take: number;
};

/**
 * Reads one page of a list (keyset paging): rows that are added meanwhile do not shift the others.
 * @param query `limit` and `cursor`, parsed by {@link pageQuery} for the same key
 * @param where which rows are listed. A cursor only sets the start, never whose rows they are.
 * @param find a Prisma `findMany` with the given arguments that selects the columns of the key
 * @returns up to `limit` rows, and the cursor of the next page or null on the last
 */
export async function readPage<
  Key extends SortKey,
  Where extends { workspaceId: string },
  Row extends Position<Key>,
>(
  key: Key,
  { limit, cursor }: { limit: number; cursor?: Position<Key> | undefined },
  where: Where,
  find: (page: Page<Key, Where>) => PromiseLike<Row[]>,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const orderBy = Object.entries(key).map(([name, [direction]]) => ({ [name]: direction }));
  const found = await find({
    where: { AND: cursor ? [where, after(key, cursor)] : [where] },
    orderBy: orderBy as Order<Key>,
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor(key, last) : null;
  return { rows, nextCursor };
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
