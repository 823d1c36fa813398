import { env } from '@/lib/env';

/** The host in texts and samples; the name is reserved for examples (RFC 2606). */
const EXAMPLE_HOST = 'app.example.com';

/** @returns the text with this installation's own origin and host, so that samples run unchanged */
export function withOrigin(text: string): string {
  return text
    .replaceAll(`https://${EXAMPLE_HOST}`, env.NEXTAUTH_URL)
    .replaceAll(EXAMPLE_HOST, new URL(env.NEXTAUTH_URL).host);
}
