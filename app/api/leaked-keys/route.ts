import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { reportLeaked } from '@/lib/api-keys/reported/report-leaked';
import { leakReportInput } from '@/lib/api-keys/reported/schema';

/** 128 KiB: a thousand keys, and as much again for names and line breaks. */
const MAX_BYTES = 131_072;

/** Nobody finds so many in a minute that a thousand keys in each would not do. */
const LIMIT = { name: 'leak-reports', quota: 30, windowSeconds: 60 };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/leaked-keys', {
  POST: openEndpoint({
    operationId: 'reportLeakedKeys',
    summary: 'Report leaked keys',
    description:
      'Revokes keys that somebody has found. It needs no key: whoever has one may end it, and nothing can be undone here. The response is the same whatever was sent. A key that works is revoked within seconds, or paused where its workspace has chosen so, and its Owner gets an email.',
    takes: {
      body: leakReportInput.meta({ id: 'LeakReport' }),
      maxBytes: MAX_BYTES,
      limit: LIMIT,
    },
    status: 202,
    answer: z
      .strictObject({
        received: z.int().meta({
          description: 'How many texts were received, whatever they are.',
          example: 1,
        }),
      })
      .meta({ id: 'LeakReportReceived' }),
    handle: async ({ body, address }) => ({ received: await reportLeaked(body, address) }),
  }),
});
