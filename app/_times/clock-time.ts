import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { momentIn, withUtc } from '@/lib/i18n/moment';
import { dayIn } from '@/lib/time-zone';
import { readerZone } from './reader-zone';

/**
 * A moment of these days, in a sentence: `14:05 GMT+1`, and which day it is on unless that is today, where
 * its reader is.
 */
export const clockTime = (at: Date) => inSentence(at, momentIn);

/** The same with UTC at hand. */
export const clockTimeWithUtc = (at: Date, zone?: string) => inSentence(at, withUtc, zone);

async function inSentence(at: Date, tell: typeof momentIn, zone?: string): Promise<string> {
  const there = zone ?? (await readerZone());
  const isToday = dayIn(there, at) === dayIn(there, await getNow());
  const time = tell(await getFormatter(), there, at, isToday ? 'clock' : 'near');
  const t = await getTranslations('apiKeys.clock');
  return isToday ? t('today', { time }) : t('otherDay', { time });
}
