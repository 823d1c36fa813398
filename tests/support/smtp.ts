import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

type Received = { to: string[]; raw: string; mail: ParsedMail };

/** A mail server on a free port that takes everything, or while `isRefusing` nothing. */
export async function startSmtp() {
  const received: Received[] = [];
  const state = { isRefusing: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // No name is asked for who is on this machine, or the other way round.
    disableReverseLookup: true,
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      if (state.isRefusing) return done(new Error('Not now'));
      const raw = Buffer.concat(chunks).toString();
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, raw, mail: await simpleParser(raw) });
      done();
    },
  });
  server.listen(0);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    state,
    stop: () => new Promise<void>((done) => server.close(done)),
  };
}
