import { problemExample } from '@/lib/api/exchange/problem';
import { KEY_VARIABLE } from '@/lib/reference/sample-request';
import type { Guide } from './guide-names';

/** An example for each guide, as it looks in HTTP or in a terminal. */
export function guideExamples(origin: string): Record<Guide, string> {
  const { body: problem } = problemExample('validation_failed', origin);
  const page = { data: ['…'], has_more: true, next_cursor: 'WyIyMDI3…' };
  return {
    'base-address': `${origin}/api`,
    authentication: `export ${KEY_VARIABLE}=sk_…

curl -i ${origin}/api/me \\
  -H "Authorization: Bearer $${KEY_VARIABLE}"`,
    errors: JSON.stringify(problem, null, 2),
    'rate-limits': `RateLimit-Policy: "default";q=300;w=60
RateLimit: "default";r=299;t=42
X-RateLimit-Limit: 300
X-RateLimit-Remaining: 299
X-RateLimit-Reset: 1795388072`,
    paging: `Link: <${origin}/api/invoices?cursor=WyIyMDI3…>; rel="next"

${JSON.stringify(page, null, 2)}`,
    idempotency: 'Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324',
  };
}
