/**
 * `npm run drill -- mails`: 200 mails, sent by two instances of which one is killed 50 times, through a
 * mail server that fails half of the time. Tests do the same with fewer.
 */
import { randomBytes } from 'node:crypto';
import { migrateServer } from '@/prisma/migrate';
import { openMailbox, shareMailbox } from '@/tests/support/mailbox';
import { startPostgres } from '@/tests/support/postgres';

const MAILS = 200;
const KILLS = 50;

const server = await startPostgres();
await server.createDatabase('mails');
const mailbox = await openMailbox();
shareMailbox(mailbox);
process.env.DATABASE_URL = server.url('mails');
process.env.SMTP_URL = mailbox.url;
process.env.NEXTAUTH_URL = 'https://zendrhax.test';
process.env.NEXTAUTH_SECRET = randomBytes(32).toString('base64url');
process.env.MAIL_FROM = 'Zendrhax <no-reply@zendrhax.test>';
process.env.LOG_LEVEL = 'silent';
await migrateServer(process.env.DATABASE_URL);

// The settings are read when this is loaded.
const { sendThroughKills } = await import('@/tests/support/killed-senders');
const arrived = await sendThroughKills(MAILS, KILLS);
const lost = arrived.filter((ids) => ids.length === 0).length;
const doubts = arrived.filter((ids) => ids.length > 1).length;
const doubled = arrived.filter((ids) => new Set(ids).size > 1).length;
console.log(
  `${MAILS} mails, ${KILLS} kills: ${lost} lost, ${doubled} twice under two Message-IDs,`,
);
console.log(`${doubts} more than once under one Message-ID, which mail programs show once.`);
process.exitCode = lost + doubled === 0 ? 0 : 1;
await mailbox.close();
await server.stop();
process.exit();
