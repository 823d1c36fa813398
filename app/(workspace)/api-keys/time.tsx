import { getFormatter, getNow } from 'next-intl/server';

/** A time: short on screen, exact (in UTC) when hovered or read by a program. */
export async function Time({ date, format }: { date: Date; format: 'date' | 'relative' }) {
  const formatter = await getFormatter();
  const exact = formatter.dateTime(date, { dateStyle: 'medium', timeStyle: 'long' });
  const text =
    format === 'relative'
      ? formatter.relativeTime(date, await getNow())
      : formatter.dateTime(date, { dateStyle: 'medium' });
  return (
    <time dateTime={date.toISOString()} title={exact}>
      {text}
    </time>
  );
}
