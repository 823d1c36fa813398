import { z } from 'zod';
import { nameInMails } from '@/lib/text';

/** A workspace's name: 1–60 characters on one line. */
export const workspaceName = nameInMails(60);

export const ROLES = ['ADMIN', 'USER'] as const;

export const role = z.enum(ROLES);
