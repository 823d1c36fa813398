import { z } from 'zod';
import { nameInMails } from '@/lib/text';
import { TIME_ZONES } from '@/lib/time-zone';
import type { Role } from '@/prisma/generated/enums';

/** A workspace's name: 1–60 characters on one line. */
export const workspaceName = nameInMails(60);

/** The time zone in which a workspace has its days. */
export const timeZone = z.enum(TIME_ZONES);

/** The roles of a member. The first is the most common. */
export const ROLES = ['USER', 'ADMIN'] as const satisfies readonly Role[];

export const memberRole = z.enum(ROLES);
