import { z } from 'zod';
import { isStorable } from './text';

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
  text: z.string().refine(isStorable),
  integer: z.int32(),
  /** 64 bits, such as an amount of money */
  bigint: z.codec(z.string().regex(/^(0|-?[1-9]\d{0,18})$/), z.int64(), {
    decode: BigInt,
    encode: String,
  }),
};

export type Direction = 'asc' | 'desc';

/**
 * The order of a list: columns that are never null, the most significant first. The last column is
 * unique, so that no two rows have the same position. Text columns must be short, such as names,
 * because a cursor contains their values.
 */
export type SortKey = Record<string, [Direction, keyof typeof KINDS]>;

type Value<Column extends SortKey[string]> = z.output<(typeof KINDS)[Column[1]]>;

/** Where a page ended: the values of its last row. */
export type Position<Key extends SortKey> = { [Name in keyof Key]: Value<Key[Name]> };

/** @returns the position in a list of this order, as an opaque, URL-safe string */
export function encodeCursor<Key extends SortKey>(key: Key, row: Position<Key>): string {
  const values = Object.entries(key).map(([name, [, kind]]) =>
    z.encode(KINDS[kind] as z.ZodType, row[name]),
  );
  return Buffer.from(JSON.stringify([sortNameOf(key), ...values])).toString('base64url');
}

/** @returns the position, or null for a text that {@link encodeCursor} never gives for this key */
export function decodeCursor<Key extends SortKey>(key: Key, cursor: string): Position<Key> | null {
  try {
    const columns = Object.entries(key);
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [, ...values] = z.array(z.unknown()).parse(JSON.parse(text));
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

/** Tells orders apart whose columns hold values of the same kinds: `-createdAt,-id`. */
function sortNameOf(key: SortKey): string {
  const columns = Object.entries(key);
  return columns.map(([name, [direction]]) => (direction === 'desc' ? `-${name}` : name)).join();
}
