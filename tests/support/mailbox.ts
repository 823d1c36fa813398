import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Mail = {
  from: string;
  to: string;
  replyTo: string | undefined;
  subject: string;
  text: string;
  html: string;
  /** the one-time code, if it has one: what stands behind # in its link */
  token: string;
};

/** How an address begins that the mail server does not take mail for. */
export const REFUSED = 'refused-';

export type Mailbox = {
  url: string;
  /** every mail to an address, oldest first */
  to: (email: string) => Mail[];
  /** the newest mail to an address */
  latest: (email: string) => Mail;
  close: () => Promise<void>;
};

/** A real mail server on a free port of 127.0.0.1 that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      done(address.startsWith(REFUSED) ? new Error('There is no such mailbox') : null);
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((parsed) => {
        mails.push(toMail(parsed));
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const to = (email: string) => mails.filter((mail) => mail.to === email);
  return {
    url: `smtp://127.0.0.1:${port}`,
    to,
    latest: (email) => {
      const mail = to(email).at(-1);
      if (!mail) throw new Error(`no mail has come for ${email}`);
      return mail;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

export function toMail(parsed: ParsedMail): Mail {
  const text = parsed.text ?? '';
  return {
    from: parsed.from?.text ?? '',
    to: [parsed.to].flat()[0]?.value[0]?.address ?? '',
    replyTo: parsed.replyTo?.value[0]?.address,
    subject: parsed.subject ?? '',
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
export function theMailbox(): Mailbox {
  if (!shared.mailbox) throw new Error('This file has no mail server.');
  return shared.mailbox;
}
