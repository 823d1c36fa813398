import { afterAll } from 'vitest';
import { openMailbox, shareMailbox } from './mailbox';

const mailbox = await openMailbox();
shareMailbox(mailbox);
process.env.SMTP_URL = mailbox.url;
process.env.CONTACT_EMAIL = 'team@zendrhax.test';
process.env.MAIL_FROM = 'Zendrhax <no-reply@zendrhax.test>';
afterAll(() => mailbox.close());
