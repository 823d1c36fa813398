import { z } from 'zod';
import { nameInMails } from '@/lib/text';
import type { Role } from '@/prisma/generated/enums';

/** A workspace's name: 1–60 characters on one line. */
export const workspaceName = nameInMails(60);

/** The roles of a member. The first is the most common. */
export const ROLES = ['USER', 'ADMIN'] as const satisfies readonly Role[];

export const memberRole = z.enum(ROLES);
