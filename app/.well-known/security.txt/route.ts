import { connection } from 'next/server';
import { env } from '@/lib/env';

const DAY_MS = 86_400_000;
/** RFC 9116 section 2.5.5 wants less than a year. */
const VALID_DAYS = 180;

/** Whom to tell about a vulnerability (RFC 9116), if the operator has named someone. */
async function securityText(): Promise<Response> {
  await connection();
  const { SECURITY_CONTACT: contact, NEXTAUTH_URL: origin } = env;
  if (!contact) return new Response('Not Found\n', { status: 404 });
  const today = Math.floor(Date.now() / DAY_MS);
  const lines = [
    `Contact: ${contact.includes(':') ? contact : `mailto:${contact}`}`,
    `Expires: ${new Date((today + VALID_DAYS) * DAY_MS).toISOString()}`,
    'Preferred-Languages: en, es',
    `# Keys that have leaked: ${origin}/.well-known/leaked-keys`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

export { securityText as GET };
