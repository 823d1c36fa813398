import { env } from '@/lib/env';

/** The origin in texts and samples; the name is reserved for examples (RFC 2606). */
const EXAMPLE_ORIGIN = 'https://app.example.com';

/** @returns the text with this installation's own origin, so that samples run unchanged */
export function withOrigin(text: string): string {
  return text.replaceAll(EXAMPLE_ORIGIN, env.NEXTAUTH_URL);
}
