import { getFormatter, getNow, getTranslations } from 'next-intl/server';

/** A moment of these days, in a sentence: `14:05 UTC`, and which day it is on unless that is today. */
export async function clockTime(at: Date): Promise<string> {
  const format = await getFormatter();
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  const isToday = dayOf(at) === dayOf(await getNow());
  const t = await getTranslations('apiKeys.clock');
  const time = format.dateTime(at, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return isToday ? t('today', { time }) : t('otherDay', { time });
}
