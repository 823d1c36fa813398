import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint/endpoint';
import { route } from '@/lib/api/endpoint/route';

const keySchema = z
  .strictObject({
    id: z.uuid().meta({ example: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60' }),
    name: z.string().meta({ example: 'Nightly export' }),
    hint: z.string().meta({
      description: 'First and last four characters, to tell keys apart.',
      example: 'sk_a1b2…9f0e',
    }),
    scopes: z.array(z.string()).meta({ example: ['invoices:read'] }),
    expires_at: z.iso.datetime().nullable().meta({ example: null }),
    workspace: z
      .strictObject({
        id: z.uuid().meta({ example: '019ab1c2-0000-7000-8000-6b2c3d4e5f60' }),
        name: z.string().meta({ example: 'Acme' }),
        plan: z.string().meta({ example: 'pro' }),
      })
      .meta({ id: 'KeyWorkspace' }),
  })
  .meta({ id: 'Key' });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route('/api/me', {
  GET: endpoint({
    operationId: 'getKey',
    summary: 'Test a key',
    description: 'Returns what the key is called and may do, and the workspace that it opens.',
    answer: keySchema,
    handle: ({ apiKey }) => ({
      id: apiKey.id,
      name: apiKey.name,
      hint: apiKey.hint,
      scopes: apiKey.scopes,
      expires_at: apiKey.expiresAt?.toISOString() ?? null,
      workspace: { id: apiKey.workspaceId, name: apiKey.workspaceName, plan: apiKey.planSlug },
    }),
  }),
});
