import { z } from 'zod';
import type { LiveSession } from '@/lib/auth/find-session';
import { db } from '@/lib/database/client';
import { parse } from '@/lib/validation';
import { accountLanguage, personName } from './schema';

const input = z.strictObject({ name: personName.optional(), language: accountLanguage.optional() });

/**
 * Changes a person's name and the language of their mails.
 * @param given `{ name?, language? }`
 * @throws AppError `validation_failed`
 */
export async function updateProfile({ user }: LiveSession, given: unknown): Promise<void> {
  const { name, language } = parse(input, given);
  await db.user.updateMany({
    where: { id: user.id },
    data: { ...(name && { name }), ...(language && { language }) },
  });
}
