import type { Locale } from '@/lib/i18n/locale';
import { knownZone, UTC } from '@/lib/time-zone';
import { isMutable } from './mutable';
import type { MailKind } from './write-mail';

/** An account, as far as a mail to its person needs it. */
export type Reader = {
  email: string;
  language: Locale;
  timeZone: string | null;
  browserZone: string | null;
  /** the kinds of mail that they do not want: lib/mail/mutable.ts */
  mutedMails: string[];
};

/** The columns of `User` that {@link toReader} takes. */
export const READER_COLUMNS = {
  email: true,
  language: true,
  timeZone: true,
  browserZone: true,
  mutedMails: true,
} as const satisfies Record<keyof Reader, true>;

/** Where a mail goes, and in which language and time zone it is written; in UTC where none is known. */
export const toReader = ({
  email,
  language,
  timeZone,
  browserZone,
}: Omit<Reader, 'mutedMails'>) => ({
  to: email,
  locale: language,
  timeZone: knownZone(timeZone) ?? knownZone(browserZone) ?? UTC,
});

/** Whether a person gets a kind of mail: all that they did not switch off, and could. */
export const wants = ({ mutedMails }: Pick<Reader, 'mutedMails'>, kind: MailKind): boolean =>
  !isMutable(kind) || !mutedMails.includes(kind);
