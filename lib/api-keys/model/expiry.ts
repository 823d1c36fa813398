import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { EXPIRIES } from './durations';
import { inDays, livesTooLong } from './lifetime';

/** A day, at the end of which in UTC a key expires. */
const lastDay = z
  .string()
  .refine((text) => z.iso.date().safeParse(text).success, {
    params: { code: 'no_day' },
    error: 'Write a day as YYYY-MM-DD.',
    abort: true,
  })
  .transform((day) => new Date(`${day}T23:59:59.999Z`));

/** When a key expires: in so many days, never (null), or at the end of a day, which comes first. */
export const expiryChoice = {
  expiresInDays: z
    .literal([...EXPIRIES])
    .nullable()
    .optional(),
  lastDay: lastDay.optional(),
};

export type ExpiryChoice = z.output<z.ZodObject<typeof expiryChoice>>;

/**
 * @param now the database's time, by which keys expire
 * @returns null for never, and undefined where nothing was chosen
 * @throws AppError `validation_failed` (`day_over`)
 */
export function chosenExpiry(choice: ExpiryChoice, now: Date): Date | null | undefined {
  const { expiresInDays: days, lastDay: day } = choice;
  if (day && day <= now) throw wrong('lastDay', 'day_over', 'This day is over.');
  if (day) return day;
  return typeof days === 'number' ? inDays(days, now) : days;
}

/**
 * @param choice by which the key would expire then, as whoever made it is told beside it
 * @throws AppError `validation_failed` (`lives_too_long`)
 */
export function assertNotTooLong(
  expiresAt: Date | null,
  longest: Date | null,
  { lastDay: day }: ExpiryChoice,
): void {
  if (!longest || !livesTooLong(expiresAt, longest)) return;
  const until = longest.toISOString();
  const detail = `By the policy of this workspace, this key can work until ${until} at the latest.`;
  throw wrong(day ? 'lastDay' : 'expiresInDays', 'lives_too_long', detail);
}

const wrong = (field: keyof ExpiryChoice, code: string, detail: string) =>
  new AppError('validation_failed', { errors: [{ pointer: `#/${field}`, code, detail }] });
