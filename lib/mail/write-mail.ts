import { createFormatter, createTranslator } from 'next-intl';
import { env } from '@/lib/env';
import { isolated } from '@/lib/i18n/isolated';
import type { Locale } from '@/lib/i18n/locale';
import { withUtc } from '@/lib/i18n/moment';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { inSubject } from './in-subject';
import { type Letter, toText } from './letter';
import { isMutable } from './mutable';
import { toHtml } from './to-html';
import type { Message } from './transport';

const MESSAGES = { en, es };

/** Where people say which mails they want. */
const CHOOSE = `${env.NEXTAUTH_URL}/settings#mails`;

/**
 * A kind of mail. `messages/*.json` have its `subject`, a `preview` of what the text adds to that,
 * its `text`, perhaps an `action`, the `reason` why its reader gets it, and `when` it is sent, which
 * the help center tells.
 */
export type MailKind = Exclude<keyof typeof en.mail, 'common'>;

const { common: _, ...ofKinds } = en.mail;

export const MAIL_KINDS = Object.keys(ofKinds) as MailKind[];

type Part = 'subject' | 'preview' | 'text' | 'action' | 'second' | 'reason';

/** The messages that a mail is made of. */
type Sentence = {
  [Kind in MailKind]: `${Kind}.${Extract<keyof (typeof en.mail)[Kind], Part>}`;
}[MailKind];

/** A kind that has a button needs an address to lead to; no other kind has one. */
type Led<Kind extends MailKind> = (typeof en.mail)[Kind] extends { action: string }
  ? { path: string }
  : { path?: never };

/** A mail of whatever kind, but for what only its kind has. */
export type AnyMail = {
  to: string;
  /** the recipient's language */
  locale: Locale;
  /** values for the sentences */
  values?: Record<string, string | number>;
  /** where the button leads, from `/`, and the second one where its kind has one */
  path?: string;
  secondPath?: string;
  replyTo?: string;
};

export type Mail<Kind extends MailKind> = Led<Kind> & Omit<AnyMail, 'path'>;

/** What a mail says beside the sentences of its kind. */
export type Particulars = {
  /**
   * A one-time token. It goes into the link's fragment, which browsers do not send, so no server
   * log, proxy or Referer ever has it. The mail also shows it, for browsers without JavaScript.
   */
  token?: string;
  /** when that is which it tells of, and in which time zone that is told */
  happened?: { at: Date; timeZone: string };
};

/**
 * Writes one mail in its recipient's language.
 * @throws next-intl's error when a message or one of its values is missing, which is a bug
 */
export function writeMail(
  kind: MailKind,
  mail: AnyMail,
  { token, happened }: Particulars = {},
): Message {
  const { to, locale, values = {}, path, secondPath, replyTo } = mail;
  const t = createTranslator({
    locale,
    messages: MESSAGES[locale] as typeof en,
    namespace: 'mail',
    onError: (error) => {
      throw error;
    },
  });
  const say = (part: Part, shown = isolated(values)) =>
    t(`${kind}.${part}` as Sentence, shown as never);
  const way = (part: 'action' | 'second', to: string) => ({
    label: say(part),
    hint: t('common.address'),
    url: to,
  });
  const subject = say('subject', inSubject(values));
  const url = path && `${env.NEXTAUTH_URL}${path}${token ? `#${token}` : ''}`;
  const letter: Letter = {
    lang: locale,
    subject,
    preview: say('preview'),
    paragraphs: [
      ...say('text').split('\n\n'),
      ...(happened ? [t('common.when', { at: timeIn(locale, happened) })] : []),
    ],
    footer: [
      say('reason'),
      ...(isMutable(kind) && values.as !== 'team' ? [t('common.choose', { url: CHOOSE })] : []),
      t('common.footer', { origin: env.NEXTAUTH_URL }),
    ],
    ...(url && { action: way('action', url) }),
    ...(secondPath && {
      second: way('second', `${env.NEXTAUTH_URL}${secondPath}`),
    }),
    ...(token && { code: { hint: t('common.code'), value: token } }),
  };
  return {
    to,
    subject,
    text: toText(letter),
    html: toHtml(letter),
    ...(replyTo && { replyTo }),
  };
}

const timeIn = (locale: Locale, { at, timeZone }: { at: Date; timeZone: string }) =>
  withUtc(createFormatter({ locale }), timeZone, at, 'minute');
