import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { listenAddress } from '@/lib/facts/listen-address.mjs';
import {
  address,
  databaseUrl,
  days,
  mailbox,
  origin,
  port,
  proxies,
  redisUrl,
  seconds,
  secret,
  smtpUrl,
  text,
  trustedUrl,
  yesOrNo,
} from './env-values';

const expectations: Record<string, string> = {
  PORT: 'a port number from 1 to 65535',
  LISTEN_ADDRESS: 'an IP address of this machine, or 0.0.0.0 or :: for all of them',
  DATA_DIR: 'a folder for the embedded database',
  DATABASE_URL: 'a PostgreSQL address such as postgresql://user:password@host:5432/name',
  DATABASE_DIRECT_URL:
    'the address of the PostgreSQL server itself, where DATABASE_URL is a pooler',
  REDIS_URL: 'a Redis address such as redis://host:6379',
  TRUSTED_PROXIES: 'addresses or ranges of your proxies, such as 10.0.0.0/8, separated by commas',
  KEEP_ALIVE_SECONDS: 'a whole number of seconds from 1 to 3600',
  METRICS_PORT: 'a port number from 1 to 65535',
  NEXTAUTH_URL: 'the public origin, such as https://app.example.com, without a path',
  NEXTAUTH_SECRET: 'at least 32 random characters, for example from: openssl rand -base64 32',
  SMTP_URL: 'a mail server such as smtps://user:password@host:465',
  SMTP_REQUIRE_TLS: 'true or false',
  HSTS_INCLUDE_SUBDOMAINS: 'true or false',
  MAIL_FROM: 'the sender of all mails, such as Zendrhax <no-reply@example.com>',
  CONTACT_EMAIL: 'the address that gets what people write in the contact form',
  SECURITY_CONTACT: 'a mail address or https address for reports of vulnerabilities',
  SECRET_SCANNING_KEYS_URL:
    'where the public keys of GitHub’s secret scanning are, over https, for an installation that is its partner',
  GOOGLE_CLIENT_ID: 'the id of your OAuth client at Google, together with its secret',
  GOOGLE_CLIENT_SECRET: 'the secret of your OAuth client at Google, together with its id',
  GITHUB_CLIENT_ID: 'the id of your OAuth app at GitHub, together with its secret',
  GITHUB_CLIENT_SECRET: 'the secret of your OAuth app at GitHub, together with its id',
  USE_RETENTION_DAYS: 'a whole number of days from 1 to 3650',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
};

const schema = z
  .object({
    PORT: port.default(3000),
    LISTEN_ADDRESS: address.optional(),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_DIRECT_URL: databaseUrl.optional(),
    REDIS_URL: redisUrl.optional(),
    TRUSTED_PROXIES: proxies.default([]),
    KEEP_ALIVE_SECONDS: seconds.optional(),
    METRICS_PORT: port.optional(),
    NEXTAUTH_URL: origin.optional(),
    NEXTAUTH_SECRET: secret.optional(),
    SMTP_URL: smtpUrl.optional(),
    SMTP_REQUIRE_TLS: yesOrNo.default(true),
    HSTS_INCLUDE_SUBDOMAINS: yesOrNo.default(false),
    MAIL_FROM: mailbox.optional(),
    CONTACT_EMAIL: mailbox.optional(),
    SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
    SECRET_SCANNING_KEYS_URL: trustedUrl.optional(),
    GOOGLE_CLIENT_ID: text.optional(),
    GOOGLE_CLIENT_SECRET: text.optional(),
    GITHUB_CLIENT_ID: text.optional(),
    GITHUB_CLIENT_SECRET: text.optional(),
    USE_RETENTION_DAYS: days.default(30),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
  })
  .superRefine((value, context) => {
    const need = (...names: (keyof typeof value)[]) => {
      for (const name of names.filter((name) => !value[name])) {
        context.addIssue({ code: 'custom', path: [name], message: 'required' });
      }
    };
    // A server database means a real installation, which must not run on defaults for these.
    if (value.DATABASE_URL) need('NEXTAUTH_URL', 'NEXTAUTH_SECRET');
    if (value.DATABASE_DIRECT_URL) need('DATABASE_URL');
    if (value.SMTP_URL) need('MAIL_FROM');
    for (const provider of ['GOOGLE', 'GITHUB'] as const) {
      const pair = [`${provider}_CLIENT_ID`, `${provider}_CLIENT_SECRET`] as const;
      if (pair.some((name) => value[name])) need(...pair);
    }
  })
  .transform((value) => ({
    ...value,
    DATA_DIR: isAbsolute(value.DATA_DIR) ? value.DATA_DIR : resolve(value.DATA_DIR),
    LISTEN_ADDRESS: listenAddress(value),
    NEXTAUTH_URL: value.NEXTAUTH_URL ?? `http://localhost:${value.PORT}`,
    MAIL_FROM: value.MAIL_FROM ?? 'Zendrhax <no-reply@localhost>',
  }));

export type Env = z.output<typeof schema>;

/** A setting is missing or wrong. The message names each such setting, and never its value. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Reads the settings of the process (ASVS 13.3.1).
 * @param source environment variables; an empty string counts as not set
 * @returns the settings, with defaults filled in and `DATA_DIR` absolute
 * @throws EnvError naming every setting that is missing or wrong
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;

  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const lines = [...names].map((name) => {
    const state = given[name] === undefined ? 'is missing' : 'has a wrong value';
    return `  ${name} ${state}: it should be ${expectations[name]}`;
  });
  throw new EnvError(`The settings of this process are not usable:\n${lines.join('\n')}`);
}

export const env = readEnv(process.env);

// next-auth reads its public address only from the environment. A local demo has none: it is opened
// as localhost, 127.0.0.1 or by name, and redirects must stay on the address that was used.
if (process.env.NEXTAUTH_URL) process.env.NEXTAUTH_URL = env.NEXTAUTH_URL;
else process.env.AUTH_TRUST_HOST = 'true';
