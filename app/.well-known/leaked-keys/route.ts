import { connection } from 'next/server';
import { env } from '@/lib/env';

/**
 * For scanners: what keys look like, and where to report those that are found. The pattern is in the
 * syntax of RE2, and the help center has it for gitleaks, TruffleHog and GitHub.
 */
export async function GET(): Promise<Response> {
  // The origin is a setting of the server, not of the build.
  await connection();
  const { NEXTAUTH_URL: origin } = env;
  return Response.json({
    patterns: [{ name: 'Zendrhax API key', regex: '\\bsk_[0-9a-f]{64}\\b' }],
    report: { method: 'POST', url: `${origin}/api/leaked-keys` },
    documentation: `${origin}/help/keeping-keys-safe#report-a-key`,
    openapi: `${origin}/api/openapi.json`,
  });
}
