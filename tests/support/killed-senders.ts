import { db } from '@/lib/database/client';
import { queueMail } from '@/lib/mail/queue-mail';
import { theMailbox } from './mailbox';
import { newEmail } from './person';
import { endProgram, outputOf, startProgram } from './run';
import { until } from './until';

/**
 * Has two instances send mails through a mail server that fails half of the time, and kills one of them
 * at a random moment, again and again.
 * @returns the Message-IDs of all that arrived for each mail's reader
 */
export async function sendThroughKills(mails: number, kills: number): Promise<string[][]> {
  const { state, url, to } = theMailbox();
  const readers = Array.from({ length: mails }, newEmail);
  for (const reader of readers) {
    await queueMail('noAccount', { to: reader, locale: 'en', path: '/register' });
  }
  state.isFailing = true;
  const instances = await Promise.all([start(url), start(url)]);
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((end) => setTimeout(end, Math.random() * 400));
    const [victim] = instances.splice(Math.round(Math.random()), 1);
    if (victim) await endProgram(victim, 'SIGKILL');
    instances.push(await start(url));
    await letTimePass();
  }
  while ((await db.job.count({ where: { kind: 'mail' } })) > 0) {
    await letTimePass();
    await new Promise((end) => setTimeout(end, 500));
  }
  for (const instance of instances) await endProgram(instance, 'SIGKILL');
  state.isFailing = false;
  const arrived = [];
  for (const reader of readers) {
    arrived.push((await to(reader)).map(({ messageId }) => String(messageId)));
  }
  return arrived;
}

async function start(smtpUrl: string) {
  const env = { ...process.env, SMTP_URL: smtpUrl };
  const instance = startProgram('tests/support/mail-sender.ts', [], env);
  const output = outputOf(instance);
  await until(() => {
    if (instance.exitCode !== null) throw new Error(output());
    return output().includes('started');
  });
  return instance;
}

/** Pauses and leases are over at once: also that of an instance which is not dead at all. */
const letTimePass = () => db.$executeRaw`update "Job" set "dueAt" = now() where "dueAt" > now()`;
