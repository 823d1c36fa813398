import { z } from 'zod';
import { oneLine } from '@/lib/text';

/** A workspace's name: 1–60 characters on one line. */
export const workspaceName = oneLine(60);

export const ROLES = ['ADMIN', 'USER'] as const;

export const role = z.enum(ROLES);
