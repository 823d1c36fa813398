import type { ParsedMail } from 'mailparser';
import { startSmtp } from './smtp';

export type Mail = {
  from: string;
  to: string;
  replyTo: string | undefined;
  subject: string;
  messageId: string | undefined;
  text: string;
  html: string;
  /** the one-time code, if it has one: what stands behind # in its link */
  token: string;
};

export type Mailbox = {
  url: string;
  /** every mail to an address, oldest first */
  to: (email: string) => Mail[];
  /** the newest mail to an address */
  latest: (email: string) => Mail;
  /** see {@link startSmtp} */
  state: { isRefusing: boolean; isFailing: boolean; isRepeating: boolean };
  close: () => Promise<void>;
};

/** A real mail server that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const { url, received, state, stop } = await startSmtp();
  const to = (email: string) =>
    received.map(({ mail }) => toMail(mail)).filter((mail) => mail.to === email);
  return {
    url,
    to,
    latest: (email) => {
      const mail = to(email).at(-1);
      if (!mail) throw new Error(`no mail has come for ${email}`);
      return mail;
    },
    state,
    close: stop,
  };
}

export function toMail(parsed: ParsedMail): Mail {
  const text = parsed.text ?? '';
  return {
    from: parsed.from?.text ?? '',
    to: [parsed.to].flat()[0]?.value[0]?.address ?? '',
    replyTo: parsed.replyTo?.value[0]?.address,
    subject: parsed.subject ?? '',
    messageId: parsed.messageId,
    text,
    html: parsed.html || '',
    token: /#([\w-]{43})$/m.exec(text)?.[1] ?? '',
  };
}

const shared = globalThis as typeof globalThis & { mailbox?: Mailbox };

export function shareMailbox(mailbox: Mailbox): void {
  shared.mailbox = mailbox;
}

/** The mail server that the code under test sends to, opened by mailbox-per-file.ts. */
export function theMailbox() {
  const { mailbox } = shared;
  if (!mailbox) throw new Error('This file has no mail server.');
  return {
    url: mailbox.url,
    state: mailbox.state,
    /** as {@link Mailbox}, once all that is due was sent */
    to: async (email: string) => {
      await sendDue();
      return mailbox.to(email);
    },
    latest: async (email: string) => {
      await sendDue();
      return mailbox.latest(email);
    },
  };
}

/** What a server does by itself. Imported late: the mailbox is there before the settings are read. */
export async function sendDue(): Promise<void> {
  const { runNext } = await import('@/lib/jobs/run-next');
  const { sendQueued } = await import('@/lib/mail/send-queued');
  while (await runNext('mail', sendQueued));
}
