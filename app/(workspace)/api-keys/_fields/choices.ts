import type { UpdateField } from '@/lib/api-keys/model/schema';
import { isReadOnly } from '@/lib/scopes';

/** What the form of an edit showed before anything was typed. It never shows a last day. */
export type Shown = Record<Exclude<UpdateField, 'lastDay'>, string>;

/** Choices of when a key expires, besides in so many days. Nothing is said by the first. */
export const BY_DEFAULT = '';
export const NEVER = 'never';
export const ON_A_DAY = 'day';

/** Choices of what a key may do. */
export const READ = 'read';
export const WRITE = 'write';

export const accessOf = (scopes: readonly string[]) => (isReadOnly(scopes) ? READ : WRITE);
