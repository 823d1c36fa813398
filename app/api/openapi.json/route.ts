import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { openApi } from '../document';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/openapi.json', {
  GET: openEndpoint({
    operationId: 'getDocument',
    summary: 'Get this document',
    description: 'The OpenAPI 3.1 description of this API, for tools.',
    answer: z
      .looseObject({ openapi: z.string().meta({ example: '3.1.0' }) })
      .meta({ id: 'OpenApi' }),
    etag: true,
    handle: async () => ({ ...(await openApi()) }),
  }),
});
