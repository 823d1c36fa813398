import type { Locale } from '@/lib/i18n/locale';
import { knownZone, UTC } from '@/lib/time-zone';

/** An account, as far as a mail to its person needs it. */
export type Reader = {
  email: string;
  language: Locale;
  timeZone: string | null;
  browserZone: string | null;
};

/** The columns of `User` that {@link toReader} takes. */
export const READER_COLUMNS = {
  email: true,
  language: true,
  timeZone: true,
  browserZone: true,
} as const satisfies Record<keyof Reader, true>;

/** Where a mail goes, and in which language and time zone it is written; in UTC where none is known. */
export const toReader = ({ email, language, timeZone, browserZone }: Reader) => ({
  to: email,
  locale: language,
  timeZone: knownZone(timeZone) ?? knownZone(browserZone) ?? UTC,
});
