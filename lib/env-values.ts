import { z } from 'zod';
import { proxiesIn, trusting } from '@/lib/facts/addresses.mjs';
import { isLoopback } from '@/lib/facts/listen-address.mjs';

export const port = z.coerce.number().int().min(1).max(65_535);

export const seconds = z.coerce.number().int().min(1).max(3_600);

export const days = z.coerce.number().int().min(1).max(3_650);

export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, hostname: /./ });

/** An address of the web that nobody on the way can answer for, or of this machine. */
export const trustedUrl = z
  .url({ protocol: /^https?$/, hostname: /./, abort: true })
  .refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname));

export const redisUrl = z.url({ protocol: /^rediss?$/, hostname: /./ });

/** An address of this machine, such as 0.0.0.0 for all of IPv4. */
export const address = z.union([z.ipv4(), z.ipv6()]);

export const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

export const smtpUrl = z.url({ protocol: /^smtps?$/, hostname: /./ });

/** `someone@example.com`, or with a name before it: `Zendrhax <someone@example.com>`. */
export const mailbox = z
  .string()
  .regex(/^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/);

export const text = z.string().min(1);

/** Addresses, ranges such as 10.0.0.0/8, or the names loopback, linklocal and uniquelocal. */
export const proxies = z
  .string()
  .transform(proxiesIn)
  .refine((list) => {
    try {
      trusting(list);
      return true;
    } catch {
      return false;
    }
  });

export const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).pathname === '/' && new URL(url).search === '')
  .transform((url) => new URL(url).origin);

/** Secrets that are used in documentation, and so protect nothing. */
const KNOWN_SECRETS = /^(secret|changeme|change-me|your-secret|nextauth-secret|supersecret)/i;

export const secret = z
  .string()
  .min(32)
  .refine((value) => !KNOWN_SECRETS.test(value) && new Set(value).size >= 10);
