import { z } from 'zod';
import { openEndpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';
import { openApi30 } from '../document';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/openapi-3.0.json', {
  GET: openEndpoint({
    operationId: 'getOlderDocument',
    summary: 'Get this document in OpenAPI 3.0',
    description: 'The same description, for tools that do not read OpenAPI 3.1.',
    answer: z
      .looseObject({ openapi: z.string().meta({ example: '3.0.3' }) })
      .meta({ id: 'OlderOpenApi' }),
    etag: true,
    handle: async () => ({ ...(await openApi30()) }),
  }),
});
