import { getFormatter, getNow } from 'next-intl/server';
import type { Form } from '@/lib/i18n/moment';
import { told, toldWithUtc } from './told';

const FORMS = { date: 'day', second: 'nearSecond' } as const satisfies Record<string, Form>;

type Props = { date: Date; format: keyof typeof FORMS | 'relative' };

/** A time: short on screen, exact and with UTC when hovered, and for programs in UTC (RFC 3339). */
export async function Time({ date, format }: Props) {
  const text =
    format === 'relative'
      ? (await getFormatter()).relativeTime(date, await getNow())
      : await told(date, FORMS[format]);
  return (
    <time dateTime={date.toISOString()} title={await toldWithUtc(date, 'second')}>
      {text}
    </time>
  );
}
