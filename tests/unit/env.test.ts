import { randomBytes } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { EnvError, readEnv } from '@/lib/env';
import { runProgram } from '../support/run';

const server = () => ({
  DATABASE_URL: 'postgresql://zendrhax:pass@db.example.com:5432/zendrhax',
  NEXTAUTH_URL: 'https://app.example.com',
  NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
});

function refusalOf(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

test('nothing set is a demo on this machine', () => {
  const env = readEnv({});
  expect(env).toMatchObject({
    PORT: 3000,
    USE_RETENTION_DAYS: 30,
    NEXTAUTH_URL: 'http://localhost:3000',
    LOG_LEVEL: 'info',
  });
  expect(isAbsolute(env.DATA_DIR)).toBe(true);
  expect(readEnv({ PORT: '', DATABASE_URL: '', NEXTAUTH_SECRET: '' })).toEqual(env);
});

test('the embedded database is for this machine, a server for all, unless it is told', () => {
  expect(readEnv({}).LISTEN_ADDRESS).toBe('127.0.0.1');
  expect(readEnv({ LISTEN_ADDRESS: '0.0.0.0' }).LISTEN_ADDRESS).toBe('0.0.0.0');
  expect(readEnv(server()).LISTEN_ADDRESS).toBeUndefined();
  expect(readEnv({ ...server(), LISTEN_ADDRESS: '::1' }).LISTEN_ADDRESS).toBe('::1');
});

test('a complete set of settings for a server is accepted', () => {
  const source = server();
  expect(readEnv({ ...source, PORT: '8080' })).toMatchObject({ ...source, PORT: 8080 });
  expect(readEnv({ ...source, NEXTAUTH_URL: 'https://app.example.com/' }).NEXTAUTH_URL).toBe(
    'https://app.example.com',
  );
});

test.each([
  ['PORT', '00'],
  ['PORT', '70001'],
  ['PORT', '80.5'],
  ['PORT', 'eighty'],
  ['KEEP_ALIVE_SECONDS', '3601'],
  ['KEEP_ALIVE_SECONDS', '2m'],
  ['USE_RETENTION_DAYS', '00'],
  ['USE_RETENTION_DAYS', '1.5'],
  ['USE_RETENTION_DAYS', '3651'],
  ['DATABASE_URL', 'mysql://user:pa55word@db/name'],
  ['DATABASE_URL', 'db.internal/pa55word'],
  ['DATABASE_URL', 'postgresql:///pa55word'],
  ['NEXTAUTH_URL', 'ftp://app.internal'],
  ['NEXTAUTH_URL', 'app.internal'],
  ['NEXTAUTH_URL', 'https://app.internal/some/path'],
  ['NEXTAUTH_URL', 'https://app.internal/?query'],
  ['LISTEN_ADDRESS', 'example.com'],
  ['LISTEN_ADDRESS', '10.0.0.300'],
  ['SMTP_REQUIRE_TLS', 'maybe'],
  ['HSTS_INCLUDE_SUBDOMAINS', 'always'],
  ['LOG_LEVEL', 'loud'],
  ['NEXTAUTH_SECRET', 'short-s3cret'],
  ['NEXTAUTH_SECRET', 'x'.repeat(64)],
  ['NEXTAUTH_SECRET', 'abcabcabcabcabcabcabcabcabcabcabcabc'],
  ['NEXTAUTH_SECRET', 'changeme-0123456789-abcdefghijklmnop'],
  ['NEXTAUTH_SECRET', 'your-secret-0123456789-abcdefghijklm'],
  ['NEXTAUTH_SECRET', 'Secret-0123456789-abcdefghijklmnopqr'],
])('%s cannot be %s; the message names the variable and not the value', (name, value) => {
  const message = refusalOf({ ...server(), [name]: value });
  expect(message).toContain(`${name} has a wrong value: it should be `);
  expect(message.match(/ (has a wrong value|is missing)/g)).toHaveLength(1);
  expect(message).not.toContain(value);
});

test.each(['NEXTAUTH_SECRET', 'NEXTAUTH_URL'])('a server does not start without %s', (name) => {
  expect(refusalOf({ ...server(), [name]: '' })).toContain(`${name} is missing`);
});

test('all that is wrong is said at once', () => {
  const message = refusalOf({ PORT: 'x', LOG_LEVEL: 'x', NEXTAUTH_SECRET: 'x' });
  for (const name of ['PORT', 'LOG_LEVEL', 'NEXTAUTH_SECRET']) expect(message).toContain(name);
});

test('the program that starts the server ends with the message and no stack trace', async () => {
  const settings = { ...server(), NEXTAUTH_SECRET: 'changeme' };
  const { code, output } = await runProgram('scripts/prepare.ts', [], {
    ...process.env,
    ...settings,
  });
  expect(code).toBe(1);
  expect(output).toContain('NEXTAUTH_SECRET has a wrong value');
  expect(output).not.toContain('changeme');
  expect(output).not.toMatch(/^\s+at /m);
}, 30_000);

test('mail and providers are set as a whole or not at all', () => {
  expect(refusalOf({ SMTP_URL: 'smtp://mail.example.com' })).toContain('MAIL_FROM is missing');
  expect(refusalOf({ GOOGLE_CLIENT_ID: 'id' })).toContain('GOOGLE_CLIENT_SECRET is missing');
  expect(refusalOf({ GITHUB_CLIENT_SECRET: 'x' })).toContain('GITHUB_CLIENT_ID is missing');
  const mail = {
    SMTP_URL: 'smtps://me:pass@mail.example.com:465',
    MAIL_FROM: 'Us <us@example.com>',
  };
  expect(readEnv(mail)).toMatchObject(mail);
});

test.each([
  ['SMTP_URL', 'https://mail.example.com'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'Us <us@example.com>\r\nBcc: them@example.com'],
  ['CONTACT_EMAIL', '<>'],
  ['SECURITY_CONTACT', 'http://example.com/security'],
  ['SECURITY_CONTACT', 'us@example.com\nExpires: never'],
])('a wrong %s is refused', (name, value) => {
  expect(refusalOf({ MAIL_FROM: 'us@example.com', [name]: value })).toContain(name);
});
