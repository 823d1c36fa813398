import { z } from 'zod';

/** Where a page ended: rows are ordered by creation time, newest first, then by id. */
export type Position = { createdAt: Date; id: string };

/** Years that every database can hold, and that nothing of ours is older than. */
const moment = z.iso.datetime({ precision: 3 }).refine((text) => text >= '1970');

const position = z.tuple([moment, z.uuid()]);

/** @returns the position as an opaque, URL-safe string */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @returns the position, or null for anything that {@link encodeCursor} did not make */
export function decodeCursor(cursor: string): Position | null {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [createdAt, id] = position.parse(JSON.parse(text));
    const decoded = { createdAt: new Date(createdAt), id };
    return encodeCursor(decoded) === cursor ? decoded : null;
  } catch {
    return null;
  }
}

/** A cursor in a query: decoded, or refused as one wrong field. It only says where, never whose. */
export const cursorField = z
  .string()
  .max(200)
  .transform((text, context) => {
    const decoded = decodeCursor(text);
    if (decoded) return decoded;
    context.addIssue({ code: 'custom', params: { code: 'cursor' }, message: 'Not a cursor.' });
    return z.NEVER;
  });
