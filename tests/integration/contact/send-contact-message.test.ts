import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { sendContactMessage } from '@/lib/contact/send-contact-message';
import { db } from '@/lib/database/client';
import { theMailbox } from '@/tests/support/mailbox';

const MESSAGE = {
  name: 'Ada Lovelace',
  email: 'ada@engines.test',
  topic: 'security',
  message: 'First line\nSecond line',
};

const TEAM = 'team@zendrhax.test';

let before = 0;
beforeEach(async () => {
  before = (await theMailbox().to(TEAM)).length;
});

/** What has reached the team in this test. */
const received = async () => (await theMailbox().to(TEAM)).slice(before);

/** Sends from an address that has sent nothing before. */
const write = (changed: object = {}, from: string = randomUUID()) =>
  sendContactMessage({ ...MESSAGE, ...changed }, from);

const wrong = (pointer: string, code: string) => ({
  code: 'validation_failed',
  details: { errors: [expect.objectContaining({ pointer, code })] },
});

test('a message reaches the team, and an answer to it reaches the writer', async () => {
  await write();
  const mails = await received();
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail?.from).toBe('"Zendrhax" <no-reply@zendrhax.test>');
  expect(mail?.replyTo).toBe('ada@engines.test');
  expect(mail?.subject).toBe('Contact form: Security');
  expect(mail?.text).toContain('Ada Lovelace (ada@engines.test) writes:');
  expect(mail?.text).toContain('First line\nSecond line');
});

test('what was written is text: no markup and no placeholder in it means anything', async () => {
  await write({ name: '<b>Ada</b> {email}', message: '<script>alert(1)</script> {message} %s' });
  const [mail] = await received();
  expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {message} %s');
  expect(mail?.html).toContain('&lt;b&gt;Ada&lt;/b&gt; {email}');
  expect(mail?.text).toContain('<b>Ada</b> {email}');
});

test.each([
  ['name', 'Ada\r\nBcc: victim@elsewhere.test', 'control_characters'],
  ['name', 'Ada\nBcc: victim@elsewhere.test', 'control_characters'],
  ['name', 'Ada\u2028Bcc: victim@elsewhere.test', 'control_characters'],
  ['email', 'ada@engines.test\r\nBcc: victim@elsewhere.test', 'email'],
  ['email', 'ada@engines.test, victim@elsewhere.test', 'email'],
  ['email', 'Ada <ada@engines.test>', 'email'],
  ['email', 'ada@engines.test%0ABcc:victim@elsewhere.test', 'email'],
  ['topic', 'security\r\nBcc: victim@elsewhere.test', 'invalid_value'],
  ['topic', '__proto__', 'invalid_value'],
])('a header smuggled in as %s %j is refused', async (field, value, code) => {
  await expect(write({ [field]: value })).rejects.toMatchObject(wrong(`#/${field}`, code));
  expect(await received()).toHaveLength(0);
});

test('headers in the message are part of the message', async () => {
  await write({
    message: 'Hello\r\n\r\nBcc: victim@elsewhere.test\r\n.\r\nRSET\r\n\r\nSubject: x',
  });
  expect(await received()).toHaveLength(1);
  const [mail] = await received();
  expect(await theMailbox().to('victim@elsewhere.test')).toEqual([]);
  expect(mail?.subject).toBe('Contact form: Security');
  expect(mail?.text).toContain('Bcc: victim@elsewhere.test\n.\nRSET\n\nSubject: x');
});

test.each([
  ['name', '', 'required'],
  ['name', 'x'.repeat(81), 'too_long'],
  ['email', '', 'required'],
  ['email', 'nobody', 'email'],
  ['email', `${'x'.repeat(250)}@x.test`, 'email'],
  ['message', ' \n ', 'required'],
  ['message', 'x'.repeat(5_001), 'too_long'],
  ['message', 'bell \u0007', 'control_characters'],
  ['message', { not: '' }, 'invalid_type'],
])('%s cannot be %j', async (field, value, code) => {
  await expect(write({ [field]: value })).rejects.toMatchObject(wrong(`#/${field}`, code));
});

test('a program that fills in the hidden field is refused: what is thanked for was sent', async () => {
  await expect(write({ website: 'https://spam.test' })).rejects.toMatchObject(
    wrong('#/website', 'leave_empty'),
  );
  expect(await received()).toHaveLength(0);
});

test.each(["o'neil!#$%&*/=?^_`{|}~@mail.test", 'ada@xn--bcher-kva.xn--p1ai', 'ada@intranet'])(
  'an address that HTML calls valid is one: %s',
  async (email) => {
    await write({ email });
    const [mail] = await received();
    expect(domainToASCII(String(mail?.replyTo).split('@')[1] ?? '')).toBe(email.split('@')[1]);
  },
);

test('the sixth message of an hour from one address is refused, another address is not', async () => {
  const address = randomUUID();
  await expect(write({ email: 'wrong' }, address)).rejects.toMatchObject({
    code: 'validation_failed',
  });
  for (let sent = 0; sent < 5; sent++) await write({}, address);
  await expect(write({}, address)).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfter: expect.any(Number) },
  });
  await write({}, randomUUID());
  expect(await received()).toHaveLength(6);
});

test('what the mail server did not take is sent once it does', async () => {
  const { state } = theMailbox();
  state.isRefusing = true;
  await write();
  expect(await received()).toEqual([]);
  state.isRefusing = false;
  await db.$executeRaw`update "Job" set "dueAt" = now()`;
  expect(await received()).toHaveLength(1);
});
