import { getFormatter, getNow } from 'next-intl/server';

const SECOND = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;

type Props = { date: Date; format: 'date' | 'relative' | 'second' };

/** A time: short on screen, exact (in UTC) when hovered or read by a program. */
export async function Time({ date, format }: Props) {
  const formatter = await getFormatter();
  const exact = formatter.dateTime(date, { dateStyle: 'medium', timeStyle: 'long' });
  const text =
    format === 'relative'
      ? formatter.relativeTime(date, await getNow())
      : formatter.dateTime(date, format === 'second' ? SECOND : { dateStyle: 'medium' });
  return (
    <time dateTime={date.toISOString()} title={exact}>
      {text}
    </time>
  );
}
