import { getFormatter } from 'next-intl/server';
import { type Form, momentIn, withUtc } from '@/lib/i18n/moment';
import { readerZone } from './reader-zone';

/** A time within a text, in the zone of its reader. */
export async function told(at: Date, form: Form, zone?: string): Promise<string> {
  return momentIn(await getFormatter(), zone ?? (await readerZone()), at, form);
}

/** The same with UTC at hand, for what is kept, sent on or compared. */
export async function toldWithUtc(at: Date, form: Form): Promise<string> {
  return withUtc(await getFormatter(), await readerZone(), at, form);
}
