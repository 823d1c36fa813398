import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locale';
import { isMailAddress } from '@/lib/mail-address';
import { nameInMails, withoutKey } from '@/lib/text';
import { TIME_ZONES } from '@/lib/time-zone';

/** An address as it is stored and compared: trimmed, in lower case (RFC 5321 allows 254 octets). */
export const emailAddress = withoutKey(z.string())
  .trim()
  .toLowerCase()
  .refine((email) => email !== '', {
    params: { code: 'required' },
    error: 'This must not be empty.',
    abort: true,
  })
  .max(254, { error: 'Use at most 254 characters.' })
  .refine(isMailAddress, {
    params: { code: 'email' },
    error: 'This is not an email address.',
  });

export const personName = nameInMails(80);

export const accountLanguage = z.enum(LOCALES);

/** A time zone, or `''` for that of the browser, which is stored as null. */
export const accountZone = z
  .literal('')
  .transform(() => null)
  .or(z.enum(TIME_ZONES));
