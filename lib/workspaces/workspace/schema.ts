import { z } from 'zod';
import { nameInMails } from '@/lib/text';
import { TIME_ZONES } from '@/lib/time-zone';
import type { Role } from '@/prisma/generated/enums';

const MAX_KEY_DAYS = 3_650;

/** A workspace's name: 1–60 characters on one line. */
export const workspaceName = nameInMails(60);

/** The time zone in which a workspace has its days. */
export const timeZone = z.enum(TIME_ZONES);

/** How many days keys live at the most, in digits as people type them; an empty text is no limit. */
export const maxKeyDays = z
  .string()
  .trim()
  .refine((text) => /^\d{0,4}$/.test(text) && (text === '' || inDays(text)), {
    params: { code: 'days', min: 1, max: MAX_KEY_DAYS },
    error: `Give 1 to ${MAX_KEY_DAYS} days, or nothing.`,
  })
  .transform((text) => (text === '' ? null : Number(text)));

const inDays = (text: string) => Number(text) >= 1 && Number(text) <= MAX_KEY_DAYS;

/** The roles of a member. The first is the most common. */
export const ROLES = ['USER', 'ADMIN'] as const satisfies readonly Role[];

export const memberRole = z.enum(ROLES);
