import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/health/live', {
  GET: openEndpoint({
    operationId: 'getLiveness',
    summary: 'Check liveness',
    description: 'For supervisors: this process runs. It says nothing about the database.',
    answer: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Liveness' }),
    handle: () => ({ status: 'ok' }) as const,
  }),
});
