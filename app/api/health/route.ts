import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { assertDatabaseUp } from '@/lib/database/health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/health', {
  GET: openEndpoint({
    operationId: 'getReadiness',
    summary: 'Check readiness',
    description: 'For load balancers: 503 while the database of this instance does not respond.',
    answer: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Readiness' }),
    errors: ['unavailable'],
    handle: async () => {
      await assertDatabaseUp();
      return { status: 'ok' } as const;
    },
  }),
});
