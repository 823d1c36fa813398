import { getFormatter, getTranslations } from 'next-intl/server';

/** @param day of the last change, `YYYY-MM-DD` */
export async function Updated({ day }: { day: string }) {
  const t = await getTranslations('legal');
  const date = (await getFormatter()).dateTime(new Date(day), { dateStyle: 'long' });
  return t.rich('updated', { date, time: (text) => <time dateTime={day}>{text}</time> });
}
