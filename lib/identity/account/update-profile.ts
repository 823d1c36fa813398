import { z } from 'zod';
import { db } from '@/lib/database/client';
import { accountLanguage, accountZone, personName } from '@/lib/identity/schema';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';

/** New names per person: others see them, in mails too. */
const LIMIT = { name: 'profile-rename', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({
  name: personName.optional(),
  language: accountLanguage.optional(),
  timeZone: accountZone.optional(),
});

/**
 * Changes a person's name, the language of their mails, and in which time zone they are told times.
 * @param given `{ name?, language?, timeZone? }`; an empty time zone is that of their browser
 * @throws AppError `validation_failed`, or `rate_limited` after twenty names in an hour
 */
export async function updateProfile({ user }: LiveSession, given: unknown): Promise<void> {
  const { name, language, timeZone } = parse(input, given);
  if (name) await countOrRefuse(LIMIT, user.id);
  await db.user.updateMany({
    where: { id: user.id },
    data: {
      ...(name && { name }),
      ...(language && { language }),
      ...(timeZone !== undefined && { timeZone }),
    },
  });
}
