import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint';
import { route } from '@/lib/api/route';
import { isDatabaseUp } from '@/lib/health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/health', {
  GET: openEndpoint({
    summary: 'Readiness',
    description: 'For load balancers: 503 while the database of this instance does not answer.',
    answer: z.strictObject({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' }),
    handle: async (headers) => {
      const up = await isDatabaseUp();
      const status = up ? 200 : 503;
      return Response.json({ status: up ? 'ok' : 'unavailable' }, { status, headers });
    },
  }),
});
