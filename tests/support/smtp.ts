import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

type Received = { to: string[]; raw: string; mail: ParsedMail };

/**
 * A mail server on a free port that takes everything; while `isRefusing` nothing; while `isFailing` half of
 * it, and of that it says of half that it did not; while `isRepeating` nothing, and it says which link it
 * does not like.
 */
export async function startSmtp() {
  const received: Received[] = [];
  const state = { isRefusing: false, isFailing: false, isRepeating: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // No name is asked for who is on this machine, or the other way round.
    disableReverseLookup: true,
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const fate = state.isFailing ? Math.random() : 1;
      if (state.isRefusing || fate < 0.25) return done(new Error('Not now'));
      const raw = Buffer.concat(chunks).toString();
      const mail = await simpleParser(raw);
      const link = /https?:\S+#[\w-]+/.exec(mail.text ?? '')?.[0];
      if (state.isRepeating) return done(new Error(`We do not like ${link}`));
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, raw, mail });
      done(fate < 0.5 ? new Error('The answer is lost') : undefined);
    },
  });
  // Whoever sends may be killed meanwhile.
  server.on('error', () => {});
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
